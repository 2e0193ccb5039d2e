package io.quanyi;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in which a value was replaced, doubled, renamed or left out. */
final class HostileJson {

    /** Reads only what is JSON without doubt, and every number exactly. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1",
            "-1",
            "1.0",
            "5E+3",
            "1e-9",
            "1e400",
            "2147483648",
            "9223372036854775808",
            "999999999999999999.999999999",
            "\"\"",
            "\" \"",
            "\"\u00b7\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ufeffbasic\"",
            "\"basic\"",
            "\"exclusive\"",
            "\"kingdee-galaxy-onprem\"",
            "\"yonyou-aftersales-sla\"",
            "\"online-im\"",
            "\"hotline\"",
            "\"P1\"",
            "\"CNY\"",
            "\"Europe/Berlin\"",
            "\"SystemV/PST8\"",
            "\"1990-01-01\"",
            "\"2026-02-29\"",
            "\"2026-12-31\"",
            "\"2199-12-31\"",
            "\"2199-12-31T23:59:59.999999999Z\"",
            "\"1990-01-01T00:00:00-18:00\"",
            "\"2026-11-20t08:00:00z\"",
            "\"2026-06-30T23:59:60Z\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"id\":\"basic\"}");
    private static final List<String> NAMES =
            List.of("", "at", "key", "plan", "service", "usage", "release", "knownAt", "Plan", "plan ", "__proto__");

    private HostileJson() {}

    /** A text with one change of a value or a name; as it is where there is none. */
    static String changed(JsonNode json, RandomGenerator random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        if (!containers.isEmpty()) {
            change(any(containers, random), random);
        }
        return json.toString();
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void change(JsonNode container, RandomGenerator random) {
        int at = random.nextInt(container.size());
        JsonNode value = STRICT.readTree(any(VALUES, random));
        if (container instanceof ArrayNode list) {
            switch (random.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(list.get(at));
                default -> list.set(at, value);
            }
        } else if (container instanceof ObjectNode object) {
            String name = List.copyOf(object.propertyNames()).get(at);
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(any(NAMES, random), object.get(name));
                default -> object.set(name, value);
            }
        }
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
