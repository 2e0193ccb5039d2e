package io.quanyi.web.description;

import io.quanyi.web.StatusProblems;
import io.quanyi.web.description.OperationExamples.Example;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Completes the description of one operation: its texts, shared parameters, headers, problems and examples. */
final class OperationDescription {

    private static final List<String> OF_A_PATH = List.of("404");
    private static final List<String> OF_A_QUERY = List.of("422");

    private static final List<String> OF_CHANGES = List.of("409", "412", "428");

    /** The statuses of answers that name the resource that the call has begun. */
    private static final List<String> BEGINNING = List.of("201", "202");

    /** The tags of operations that change stored content. */
    private static final List<String> CHANGING = List.of("publishing", "drafts");

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    /** Operations that answer 200 with a problem in the place of an item, so that they have no problem 422. */
    private static final List<String> ITEM_BY_ITEM = List.of("decideBatch", "listEntitlementsBatch");

    private final DescriptionTexts texts;
    private final List<Example> examples;
    private final Map<String, String> answers;

    /** @param answers the name of the record that each operation answers with, by the id of the operation */
    OperationDescription(DescriptionTexts texts, List<Example> examples, Map<String, String> answers) {
        this.texts = texts;
        this.examples = examples;
        this.answers = answers;
    }

    void describe(HttpMethod method, Operation operation) {
        String key = "operation." + operation.getOperationId();
        operation.setSummary(texts.get(key + ".summary"));
        operation.setDescription(texts.get(key + ".description"));
        boolean reads = method == HttpMethod.GET;
        parameters(operation, reads);
        responses(operation, reads);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setDescription(texts.get(key + ".body"));
            operation
                    .getRequestBody()
                    .setContent(inOrder(operation.getRequestBody().getContent()));
        }
        examples.stream()
                .filter(example -> example.operation().equals(operation.getOperationId()))
                .forEach(example -> add(example, operation));
    }

    private void parameters(Operation operation, boolean reads) {
        List<Parameter> parameters =
                new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()));
        parameters.forEach(this::describe);
        parameters.add(shared("Accept-Language"));
        parameters.add(shared("X-Request-ID"));
        if (reads) {
            parameters.add(shared("If-None-Match"));
        }
        operation.setParameters(parameters);
    }

    private void describe(Parameter parameter) {
        parameter.setDescription(texts.get("parameter." + parameter.getName()));
        String example = "example.parameter." + parameter.getName();
        if (texts.has(example)) {
            parameter.setExample(OperationExamples.value(texts.get(example)));
        }
    }

    /** JSON stands first: clients are generated for the first type of a body. */
    private static Content inOrder(Content content) {
        Content ordered = new Content();
        content.keySet().stream()
                .sorted(Comparator.comparing(type -> !type.equals(JSON)))
                .forEach(type -> {
                    ordered.addMediaType(type, content.get(type));
                });
        return ordered;
    }

    private void responses(Operation operation, boolean reads) {
        Map<String, ApiResponse> all = new TreeMap<>(operation.getResponses());
        ApiResponse answer = Objects.requireNonNull(all.get("200"));
        answer.setDescription(texts.get("operation." + operation.getOperationId() + ".answer"));
        answer.setHeaders(headers(operation, reads));
        answer.setContent(inOrder(answer.getContent()));
        name(answer.getContent(), operation);
        BEGINNING.stream()
                .flatMap(status -> Stream.ofNullable(all.get(status)))
                .forEach(created -> created(created, operation, reads));
        if (reads) {
            all.put("304", new ApiResponse().description(texts.get("response.304")));
        }
        boolean query = !reads || has(operation, "query");
        SharedComponents.PROBLEMS.stream()
                .filter(status -> !reads || !List.of("408", "413", "415").contains(status))
                .filter(status -> !OF_A_PATH.contains(status) || has(operation, "path"))
                .filter(status -> !OF_A_QUERY.contains(status) || query)
                .filter(status -> !OF_CHANGES.contains(status) || (!reads && CHANGING.containsAll(operation.getTags())))
                .filter(status -> !status.equals("422") || !ITEM_BY_ITEM.contains(operation.getOperationId()))
                .forEach(status -> all.put(status, SharedComponents.problemReference(status)));
        ApiResponses responses = new ApiResponses();
        all.forEach(responses::addApiResponse);
        operation.setResponses(responses);
    }

    private void created(ApiResponse created, Operation operation, boolean reads) {
        name(created.getContent(), operation);
        created.setDescription(texts.get("operation." + operation.getOperationId() + ".created"));
        created.setHeaders(headers(operation, reads));
        created.addHeaderObject("Location", SharedComponents.headerReference("Location"));
    }

    private void name(Content content, Operation operation) {
        content.values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.get$ref() != null)
                .forEach(schema -> schema.set$ref(answers.get(operation.getOperationId())));
    }

    private Map<String, Header> headers(Operation operation, boolean reads) {
        List<String> names = new ArrayList<>(List.of("X-Request-ID", "traceparent", "Content-Language"));
        String own = "operation." + operation.getOperationId() + ".headers";
        if (reads) {
            names.addAll(List.of("ETag", "Cache-Control"));
        } else if (texts.has(own)) {
            names.addAll(List.of(texts.get(own).split(", ", -1)));
        }
        Map<String, Header> headers = new TreeMap<>();
        names.forEach(name -> headers.put(name, SharedComponents.headerReference(name)));
        return headers;
    }

    /** Adds an example. A shared problem has no examples, so a problem with one is described anew. */
    private void add(Example example, Operation operation) {
        if (example.isSent() && !example.status().equals("400")) {
            MediaType body = Objects.requireNonNull(
                    operation.getRequestBody().getContent().get(example.mediaType()));
            body.addExamples(example.name(), shown(example, "request"));
        }
        ApiResponse response = Objects.requireNonNull(operation.getResponses().get(example.status()), example.name());
        if (response.get$ref() != null) {
            response = SharedComponents.problem(example.status(), texts);
            operation.getResponses().addApiResponse(example.status(), response);
        }
        String type = example.status().equals("200")
                ? example.mediaType()
                : StatusProblems.mediaType().toString();
        Objects.requireNonNull(response.getContent().get(type)).addExamples(example.name(), shown(example, "response"));
    }

    private static io.swagger.v3.oas.models.examples.Example shown(Example example, String part) {
        return new io.swagger.v3.oas.models.examples.Example()
                .summary(example.summary())
                .value(example.shown(part));
    }

    private static boolean has(Operation operation, String in) {
        return operation.getParameters().stream().anyMatch(parameter -> in.equals(parameter.getIn()));
    }

    private static Parameter shared(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }
}
