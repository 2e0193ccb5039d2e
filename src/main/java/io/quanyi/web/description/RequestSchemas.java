package io.quanyi.web.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** JSON schemas of requests, each complete in itself, for interfaces that have no document in which schemas are shared. */
@Component
public class RequestSchemas {

    private static final String SHARED = "#/components/schemas/";
    private static final String OWN = "#/$defs/";

    private final List<ClosedLists.Contributor> lists;
    private final JsonMapper mapper;

    RequestSchemas(List<ClosedLists.Contributor> lists, JsonMapper mapper) {
        this.lists = lists;
        this.mapper = mapper;
    }

    /**
     * The schema of an object with the members of two records.
     *
     * @param type the record of the request
     * @param more the record of members that are sent beside those of the request
     * @param texts the texts of records that are in no description of the interface, by their keys
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> of(
            Class<? extends Record> type, Class<? extends Record> more, Map<String, String> texts) {
        RecordSchemas schemas = new RecordSchemas(new DescriptionTexts(texts), new ClosedLists(lists));
        schemas.addRequest(type);
        schemas.addRequest(more);
        Map<String, Object> all = new LinkedHashMap<>();
        schemas.schemas().forEach((name, schema) -> all.put(name, plain(schema)));
        Map<String, Object> whole = member(all, type);
        Map<String, Object> beside = member(all, more);
        Map<String, Object> members = new LinkedHashMap<>();
        members.putAll((Map<String, Object>) whole.getOrDefault("properties", Map.of()));
        members.putAll((Map<String, Object>) beside.getOrDefault("properties", Map.of()));
        whole.put("properties", members);
        if (!all.isEmpty()) {
            whole.put("$defs", all);
        }
        return whole;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> all, Class<?> type) {
        return (Map<String, Object>) Objects.requireNonNull(all.remove(type.getSimpleName()), "added before");
    }

    /** A schema as plain maps and lists, with references into the definitions beside it. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> plain(Schema<?> schema) {
        String written = Json31.pretty(schema).replace(SHARED, OWN);
        return mapper.readValue(written, LinkedHashMap.class);
    }
}
