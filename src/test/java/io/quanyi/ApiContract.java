package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of the interface, and whether an answer is what it says. */
public final class ApiContract {

    public static final Path FILE = Path.of("api-spec/openapi.yaml");

    private static final String ID = "https://quanyi.test/openapi.json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiContract(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ID, MAPPER.writeValueAsString(document))));
    }

    /** Reads the file. Readers have to pass over members and codes that are new to them; answers of this version have none. */
    public static ApiContract read() {
        JsonNode document = MAPPER.valueToTree(yaml());
        close(document);
        return new ApiContract(document);
    }

    /**
     * Closes the lists of codes and the records of answers, which the description leaves open for later versions. Lists beside which catalogues
     * may declare codes stay open.
     */
    private static void close(JsonNode node) {
        node.forEach(ApiContract::close);
        if (node instanceof ObjectNode schema
                && schema.get("x-extensible-enum") instanceof ArrayNode codes
                && !schema.path("x-declarable").asBoolean(false)) {
            ArrayNode all = schema.putArray("enum").addAll(codes);
            if (schema.path("type").isArray()) {
                all.addNull();
            }
        }
        if (node instanceof ObjectNode schema
                && schema.path("additionalProperties").asBoolean(false)
                && schema.has("properties")) {
            schema.put("additionalProperties", false);
        }
    }

    /** The file as plain maps, lists and values. */
    public static Object yaml() {
        try {
            Load load =
                    new Load(LoadSettings.builder().setCodePointLimit(1 << 24).build());
            return Objects.requireNonNull(load.loadFromString(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the answer is one that the operation at the path may give. A path of no operation may only fail. */
    public void check(String method, String path, int status, @Nullable String contentType, String body) {
        String type = contentType == null ? "" : contentType.replaceFirst(";.*", "");
        if (status >= 400) {
            assertThat(type).isEqualTo("application/problem+json");
            if (!method.equals("HEAD")) {
                conforms("/components/schemas/Problem", body);
            }
        }
        String template = template(path);
        if (template == null || status == 405 || status == 501 || method.equals("HEAD")) {
            assertThat(status).as("status of %s", path).isGreaterThanOrEqualTo(status < 400 ? 200 : 400);
            return;
        }
        String operation = "/paths/" + escaped(template) + "/" + method.toLowerCase(java.util.Locale.ROOT);
        JsonNode responses = document.at(operation + "/responses");
        if (responses.isMissingNode()) {
            return;
        }
        boolean own = responses.has(String.valueOf(status));
        assertThat(own || status >= 400)
                .as("%s %s answers %s", method, path, status)
                .isTrue();
        if (status < 300) {
            String response = operation + "/responses/" + status + "/content/" + escaped(type);
            assertThat(document.at(response).isMissingNode()).as(response).isFalse();
            if (type.equals("application/json")) {
                conforms(response + "/schema", body);
            } else if (type.equals("application/x-ndjson")) {
                body.lines().forEach(line -> conforms(response + "/schema", line));
            }
        }
    }

    private void conforms(String pointer, String body) {
        Schema schema = schemas.computeIfAbsent(pointer, p -> registry.getSchema(SchemaLocation.of(ID + "#" + p)));
        assertThat(schema.validate(body, InputFormat.JSON)).as(body).isEmpty();
    }

    private @Nullable String template(String path) {
        String plain = path.replaceFirst("\\?.*", "");
        List<String> templates = document.path("paths").propertyNames().stream()
                .filter(template -> plain.matches(template.replaceAll("\\{[a-z]+}", "[^/]+")))
                .toList();
        return templates.isEmpty() ? null : templates.get(0);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
