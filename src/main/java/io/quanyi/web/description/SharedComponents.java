package io.quanyi.web.description;

import io.quanyi.web.StatusProblems;
import io.quanyi.wire.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;

/** The headers, parameters and problems that several operations share. */
final class SharedComponents {

    static final List<String> PROBLEMS = List.of(
            "400", "401", "403", "404", "406", "408", "409", "412", "413", "415", "421", "422", "428", "429", "500",
            "503", "default");

    private static final String TRACE = "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-[!-~]{1,200})?$";
    private static final String ID = "^[A-Za-z0-9._-]{1,64}$";

    private SharedComponents() {}

    static Components components(DescriptionTexts texts) {
        Components components = new Components()
                .addParameters("Accept-Language", parameter("Accept-Language", texts, text()))
                .addParameters("X-Request-ID", parameter("X-Request-ID", texts, identifier()))
                .addParameters("If-None-Match", parameter("If-None-Match", texts, text()))
                .addHeaders("X-Request-ID", header("X-Request-ID", texts, identifier()))
                .addHeaders("traceparent", header("traceparent", texts, trace()))
                .addHeaders("Content-Language", header("Content-Language", texts, language()))
                .addHeaders("WWW-Authenticate", header("WWW-Authenticate", texts, text()))
                .addHeaders("ETag", header("ETag", texts, text()))
                .addHeaders("Location", header("Location", texts, text().format("uri-reference")))
                .addHeaders("Cache-Control", header("Cache-Control", texts, text()))
                .addHeaders("Quanyi-Decided-At", header("Quanyi-Decided-At", texts, text().format("date-time")))
                .addHeaders("Quanyi-Core", header("Quanyi-Core", texts, text().pattern("^sha256:[0-9a-f]{64}$")));
        SecuritySchemes.addTo(components, texts);
        PROBLEMS.forEach(status -> components.addResponses(nameOf(status), problem(status, texts)));
        return components;
    }

    static String nameOf(String status) {
        return "Problem-" + status;
    }

    static Header headerReference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    static ApiResponse problemReference(String status) {
        return new ApiResponse().$ref("#/components/responses/" + nameOf(status));
    }

    static Schema<Object> text() {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(Set.of("string"));
        return schema;
    }

    private static Schema<Object> identifier() {
        Schema<Object> schema = text();
        schema.setPattern(ID);
        return schema;
    }

    private static Schema<Object> trace() {
        Schema<Object> schema = text();
        schema.setPattern(TRACE);
        return schema;
    }

    private static Schema<Object> language() {
        Schema<Object> schema = text();
        schema.addExtension("x-extensible-enum", List.of("zh-CN", "en"));
        return schema;
    }

    private static Parameter parameter(String name, DescriptionTexts texts, Schema<?> schema) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(texts.get("parameter." + name))
                .schema(schema);
    }

    private static Header header(String name, DescriptionTexts texts, Schema<?> schema) {
        return new Header().description(texts.get("header." + name)).schema(schema);
    }

    static ApiResponse problem(String status, DescriptionTexts texts) {
        Schema<Object> reference = new Schema<>(SpecVersion.V31);
        reference.set$ref("#/components/schemas/" + Problem.class.getSimpleName());
        ApiResponse response = status.equals("401")
                ? new ApiResponse().addHeaderObject("WWW-Authenticate", headerReference("WWW-Authenticate"))
                : new ApiResponse();
        return response.description(texts.get("response." + status))
                .addHeaderObject("X-Request-ID", headerReference("X-Request-ID"))
                .content(new Content()
                        .addMediaType(StatusProblems.mediaType().toString(), new MediaType().schema(reference)));
    }
}
