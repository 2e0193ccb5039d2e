package io.quanyi.web.description;

import io.quanyi.wire.DocumentStream;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes bodies by what the methods of controllers state: a body by its {@link BodyRecord}, and the bodies of streams, which are a list
 * in JSON and one document a line otherwise.
 */
@Component
class BodyDescription implements OperationCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        BodyRecord body = method.getMethodAnnotation(BodyRecord.class);
        if (body == null) {
            return operation;
        }
        boolean streamed = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == DocumentStream.class);
        RequestBody request =
                Objects.requireNonNullElseGet(operation.getRequestBody(), () -> new RequestBody().required(true));
        Content content = Objects.requireNonNullElseGet(request.getContent(), Content::new);
        for (String type : consumed(method)) {
            content.addMediaType(type, new MediaType().schema(schema(body.value(), streamed && type.equals(JSON))));
        }
        operation.setRequestBody(request.content(content));
        if (streamed) {
            listAnswers(operation, method);
        }
        return operation;
    }

    private static String[] consumed(HandlerMethod method) {
        return Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class),
                        "an operation")
                .consumes();
    }

    private static void listAnswers(Operation operation, HandlerMethod method) {
        ApiResponse response = operation.getResponses().get("200");
        MediaType answers = response == null ? null : response.getContent().get(JSON);
        if (answers != null) {
            DocumentedOperations.answer(method).ifPresent(record -> answers.setSchema(schema(record, true)));
        }
    }

    private static Schema<?> schema(Class<?> record, boolean listed) {
        Schema<Object> reference = new Schema<>(SpecVersion.V31);
        reference.set$ref("#/components/schemas/" + record.getSimpleName());
        if (!listed) {
            return reference;
        }
        Schema<Object> list = new Schema<>(SpecVersion.V31);
        list.addType("array");
        list.setItems(reference);
        return list;
    }
}
