package io.quanyi.decision.needs;

import io.quanyi.source.RecordForm.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the nodes of a JSON Schema (2020-12): maps of keywords, with their values in the form of JSON. */
final class SchemaNode {

    private SchemaNode() {}

    /** A list of items, as a member of a request. */
    static Map<String, Object> list(Member member, Map<String, Object> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", member.required() ? "array" : List.of("array", "null"));
        list.put("items", items);
        put(list, "maxItems", member.most());
        return list;
    }

    /** A number within the bounds of a member. */
    static Map<String, Object> number(Member member, String type, boolean nullable) {
        Map<String, Object> number = typed(type, nullable);
        put(number, "minimum", member.least());
        put(number, "maximum", member.greatest());
        put(number, "multipleOf", member.decimals() == null ? null : BigDecimal.ONE.movePointLeft(member.decimals()));
        return number;
    }

    /** A text of a pattern. */
    static Map<String, Object> formed(@Nullable String format, String pattern, boolean nullable) {
        Map<String, Object> text = typed("string", nullable);
        put(text, "format", format);
        text.put("pattern", pattern);
        return text;
    }

    /** An object without members so far; others than those that are added are refused. */
    static Map<String, Object> object(boolean nullable) {
        Map<String, Object> object = typed("object", nullable);
        object.put("properties", new LinkedHashMap<>());
        object.put("required", new ArrayList<>());
        object.put("additionalProperties", false);
        return object;
    }

    /** A value of a type, or null if that is allowed. */
    static Map<String, Object> typed(String type, boolean nullable) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", nullable ? List.of(type, "null") : type);
        return schema;
    }

    /** The requirement that a member is present, and not null. */
    static Map<String, Object> present(String member) {
        return Map.of("required", List.of(member), "properties", Map.of(member, Map.of("not", Map.of("type", "null"))));
    }

    /** The members of an object, by name. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) Objects.requireNonNull(schema.get("properties"));
    }

    /** The names of the members that an object must have. */
    @SuppressWarnings("unchecked")
    static List<Object> required(Map<String, Object> schema) {
        return (List<Object>) Objects.requireNonNull(schema.get("required"));
    }

    /** Adds a keyword, unless its value is absent. */
    static void put(Map<String, Object> schema, String keyword, @Nullable Object value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }

    /** The schemas that an object must meet beside its own. */
    @SuppressWarnings("unchecked")
    static List<Object> allOf(Map<String, Object> schema) {
        return (List<Object>) schema.computeIfAbsent("allOf", any -> new ArrayList<>());
    }
}
