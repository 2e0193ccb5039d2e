package io.quanyi.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiContract;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The committed description is the one that the service gives. {@code -Dopenapi.write=true} writes it anew. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiSpecIntegrationTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private InterfaceDescription description;

    @Test
    void theCommittedDescriptionIsTheGeneratedOne() throws IOException, InterruptedException {
        Object generated = generated();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(ApiContract.FILE, yaml(generated));
        }
        assertThat(MAPPER.valueToTree(ApiContract.yaml()).toString())
                .as("mvn test -Dtest=ApiSpecIntegrationTests -Dopenapi.write=true writes it anew")
                .isEqualTo(MAPPER.valueToTree(generated).toString());
    }

    @Test
    void everyMemberAndOperationIsDescribed() throws IOException, InterruptedException {
        DescriptionTexts texts = new DescriptionTexts();
        OpenAPI document = Json31.mapper().readValue(body("/v3/api-docs"), OpenAPI.class);
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation.getParameters().removeIf(p -> p.get$ref() != null)));
        description.describe(document, texts);
        assertThat(texts.missing()).isEmpty();
        assertThat(texts.unused()).isEmpty();
    }

    @Test
    void swaggerUiShowsIt() throws IOException, InterruptedException {
        assertThat(body("/swagger-ui/index.html")).contains("Swagger UI");
        assertThat(body("/swagger-ui/swagger-initializer.js")).contains("/v3/api-docs/swagger-config");
    }

    private Object generated() throws IOException, InterruptedException {
        return MAPPER.readValue(body("/v3/api-docs"), Object.class);
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String yaml(Object document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(120)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings, new Quoting(settings)).dumpToString(document);
    }

    /** Quotes what some readers of YAML would take for a date or a truth value. */
    private static final class Quoting extends StandardRepresenter {

        private static final Pattern DOUBTFUL = Pattern.compile("\\d.*|[Yy](es)?|[Nn]o?|[Oo](n|ff)|.*[:#].*");

        Quoting(DumpSettings settings) {
            super(settings);
            representers.put(String.class, value -> text(value.toString()));
        }

        private Node text(String value) {
            boolean doubtful = DOUBTFUL.matcher(value).matches() && !value.contains("\n");
            return doubtful
                    ? representScalar(Tag.STR, value, ScalarStyle.DOUBLE_QUOTED)
                    : representScalar(Tag.STR, value, value.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN);
        }
    }
}
