package io.quanyi.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects that Kustomize makes of a folder, as far as the folders of this project need it: anything else in a kustomization is refused.
 * Names of generated objects get no digest.
 */
final class Kustomization {

    private static final Set<String> MEMBERS =
            Set.of("apiVersion", "kind", "resources", "configMapGenerator", "patches", "images");

    private final List<ObjectNode> objects = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();

    /** @throws IllegalArgumentException if the folder needs more of Kustomize than this has, or a file is not strict YAML */
    static Kustomization of(Path folder) {
        Kustomization made = new Kustomization();
        made.add(folder.normalize());
        return made;
    }

    List<ObjectNode> objects() {
        return List.copyOf(objects);
    }

    /** The files that it was made of, with those of the folders that it builds on. */
    Set<Path> files() {
        return Set.copyOf(files);
    }

    /** The only object of a kind. */
    ObjectNode only(String kind) {
        List<ObjectNode> found = objects.stream()
                .filter(object -> object.path("kind").asString().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " objects of kind " + kind);
        }
        return found.get(0);
    }

    /** The contents of a file of YAML; a member that stands twice is refused. */
    static JsonNode read(Path file) {
        return parsed(text(file));
    }

    static JsonNode parsed(String yaml) {
        return JsonMapper.shared().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private void add(Path folder) {
        JsonNode kustomization = tracked(folder.resolve("kustomization.yaml"));
        for (String member : kustomization.propertyNames()) {
            require(MEMBERS.contains(member), folder + " has " + member);
        }
        for (JsonNode resource : kustomization.path("resources")) {
            Path path = folder.resolve(resource.asString()).normalize();
            if (Files.isDirectory(path)) {
                add(path);
            } else {
                objects.add((ObjectNode) tracked(path));
            }
        }
        kustomization.path("configMapGenerator").forEach(one -> generate(folder, one));
        kustomization.path("patches").forEach(one -> patch(folder, one));
        kustomization.path("images").forEach(this::name);
    }

    private void generate(Path folder, JsonNode generator) {
        String name = generator.path("name").asString();
        boolean merge = generator.path("behavior").asString("create").equals("merge");
        ObjectNode map = merge ? only("ConfigMap") : newMap(name);
        require(map.at("/metadata/name").asString().equals(name), "no ConfigMap " + name);
        for (JsonNode file : generator.path("files")) {
            String text = file.asString();
            int sign = text.indexOf('=');
            Path path = folder.resolve(text.substring(sign + 1));
            tracked(path);
            ((ObjectNode) map.path("data")).put(text.substring(0, sign), text(path));
        }
    }

    private ObjectNode newMap(String name) {
        ObjectNode map =
                JsonMapper.shared().createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", name);
        map.putObject("data");
        objects.add(map);
        return map;
    }

    private void patch(Path folder, JsonNode patch) {
        ObjectNode target = only(patch.at("/target/kind").asString());
        require(target.at("/metadata/name").equals(patch.at("/target/name")), "no target of " + patch);
        for (JsonNode operation : tracked(folder.resolve(patch.path("path").asString()))) {
            String path = operation.path("path").asString();
            require(operation.path("op").asString().equals("add") && path.endsWith("/-"), "operation " + operation);
            JsonNode list = target.at(path.substring(0, path.length() - 2));
            require(list.isArray(), "no list at " + path);
            ((ArrayNode) list).add(operation.path("value"));
        }
    }

    private void name(JsonNode image) {
        ObjectNode container = (ObjectNode) only("Deployment").at("/spec/template/spec/containers/0");
        require(container.path("image").equals(image.path("name")), "no container has the image " + image);
        container.put(
                "image",
                image.path("newName").asString() + ":" + image.path("newTag").asString());
    }

    private JsonNode tracked(Path file) {
        files.add(file.normalize());
        return read(file);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** All values of a name, wherever it stands in the objects. */
    Stream<JsonNode> everywhere(String member) {
        return objects.stream().flatMap(object -> object.findValues(member).stream());
    }
}
