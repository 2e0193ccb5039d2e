package io.quanyi.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.web.description.OperationExamples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every example is what the service answers. {@code -Dopenapi.write=true} writes the answers anew. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExamplesIntegrationTests {

    private static final Path FOLDER = Path.of("src/main/resources/io/quanyi/web/description/examples");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    static Stream<Example> examples() {
        return OperationExamples.all(new DescriptionTexts()).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleIsTheAnswer(Example example) throws IOException {
        JsonNode content = example.content();
        ApiClient client = new ApiClient(port);
        String path = content.path("path").asString();
        ApiClient.Answer answer =
                example.isSent() ? client.post(path, example.mediaType(), example.sent("request")) : client.get(path);
        assertThat(answer.status())
                .as(answer.text())
                .isEqualTo(content.path("status").asInt());
        if (Boolean.getBoolean("openapi.write")) {
            ObjectNode anew = ((ObjectNode) content).deepCopy();
            anew.set("response", answered(example, answer));
            Files.writeString(FOLDER.resolve(example.name() + ".json"), MAPPER.writeValueAsString(anew) + "\n");
        } else {
            assertThat(answered(example, answer).toString())
                    .isEqualTo(content.path("response").toString());
        }
    }

    private static JsonNode answered(Example example, ApiClient.Answer answer) {
        return example.mediaType().endsWith("ndjson") ? MAPPER.createArrayNode().addAll(answer.lines()) : answer.json();
    }
}
