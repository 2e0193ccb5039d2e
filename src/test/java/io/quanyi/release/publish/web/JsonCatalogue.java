package io.quanyi.release.publish.web;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.databind.json.JsonMapper;

/** A catalogue in JSON, indented with tabs as some editors do. */
final class JsonCatalogue {

    private JsonCatalogue() {}

    static String of(String yaml) {
        Object plain =
                new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build()).loadFromString(yaml);
        return new JsonMapper()
                .writeValueAsString(plain)
                .replace(",\"", ",\n\t\"")
                .replace("{\"", "{\t\"");
    }
}
