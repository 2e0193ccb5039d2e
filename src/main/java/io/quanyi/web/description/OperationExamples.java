package io.quanyi.web.description;

import io.quanyi.web.BodyType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Examples of requests with their answers, from files. A test sends each request and compares the answer. */
final class OperationExamples {

    /**
     * One example.
     *
     * @param name of its file
     * @param operation the id of the operation
     * @param content the file
     */
    record Example(String name, String operation, JsonNode content) {

        String summary() {
            return content.path("summary").asString();
        }

        String status() {
            return content.path("status").asString();
        }

        String mediaType() {
            return content.path("mediaType").asString(MediaType.APPLICATION_JSON_VALUE);
        }

        /** Whether the request has a body. */
        boolean isSent() {
            return content.has("request");
        }

        /** A part of the example as it is sent: JSON, or lines of JSON. */
        String sent(String part) {
            JsonNode value = content.path(part);
            return mediaType().equals(BodyType.LINES.toString())
                    ? value.valueStream().map(line -> line + "\n").collect(Collectors.joining())
                    : value.toString();
        }

        /** A part of the example as the description shows it: maps, lists and values, or lines as one text. */
        Object shown(String part) {
            return mediaType().equals(BodyType.LINES.toString())
                    ? sent(part)
                    : Objects.requireNonNull(MAPPER.treeToValue(content.path(part), Object.class));
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private OperationExamples() {}

    /** A text of JSON as maps, lists and values. */
    static Object value(String json) {
        return Objects.requireNonNull(MAPPER.readValue(json, Object.class));
    }

    /** All examples, in the order in which {@code openapi.properties} lists them. */
    static List<Example> all(DescriptionTexts texts) {
        List<Example> examples = new ArrayList<>();
        for (String name : texts.get("examples").split(", ", -1)) {
            try (InputStream file = OperationExamples.class.getResourceAsStream("examples/" + name + ".json")) {
                JsonNode content = MAPPER.readTree(Objects.requireNonNull(file, name));
                examples.add(new Example(name, content.path("operation").asString(), content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return examples;
    }
}
