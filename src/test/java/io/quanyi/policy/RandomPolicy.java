package io.quanyi.policy;

import io.quanyi.facts.Domain;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Small policies drawn by a seed; each rule inserts one or two outcomes that no other one does. */
final class RandomPolicy {

    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;

    RandomPolicy(Random random) {
        this.random = random;
    }

    SourceFile[] files() {
        String[] rules = new String[12];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = DemoPolicy.rule("A-" + i, condition(), charge(i) + (i % 3 == 0 ? charge(100 + i) : ""));
        }
        return new SourceFile[] {
            DemoPolicy.rules("advice.drl", rules),
            DemoPolicy.rules(
                    "plans.drl", DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"))
        };
    }

    private static String charge(int amount) {
        return "insert(new Charge(" + amount + ", \"CNY\", \"incident\", false));\n    ";
    }

    private String condition() {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        patterns.put("Question", new ArrayList<>(List.of("service == \"advice\"")));
        List<FactType> types = RuleVocabulary.FACTS.values().stream()
                .filter(type -> !type.isListed() && !type.name().equals("Plan"))
                .toList();
        for (int i = random.nextInt(4); i > 0; i--) {
            FactType type = types.get(random.nextInt(types.size()));
            List<Field> fields = type.fields(DemoPolicy.CATALOGUE).values().stream()
                    .filter(field -> !field.name().equals("service"))
                    .toList();
            Field field = fields.get(random.nextInt(fields.size()));
            // Each selection is a pattern of its own
            String pattern = type.selection() == null ? type.name() : type.name() + " ".repeat(i);
            patterns.computeIfAbsent(pattern, name -> new ArrayList<>()).add(constraint(field));
        }
        List<String> written = new ArrayList<>();
        patterns.forEach((type, constraints) -> written.add(type + "(" + String.join(", ", constraints) + ")"));
        if (random.nextInt(3) == 0) {
            written.add((random.nextBoolean() ? "not " : "exists ") + "Purchase(service == \"advice\")");
        }
        if (random.nextInt(3) == 0) {
            written.add("Plan(id == \"" + List.of("low", "middle", "high").get(random.nextInt(3)) + "\")");
        }
        return String.join("\n    ", written);
    }

    private String constraint(Field field) {
        if (random.nextInt(3) == 0) {
            return field.written() + (random.nextBoolean() ? " not in (" : " in (") + literal(field, random) + ")";
        }
        return field.written() + " " + OPERATORS.get(random.nextInt(field.isNumber() || field.isDate() ? 6 : 2)) + " "
                + literal(field, random);
    }

    /** A literal that the field may hold. */
    static String literal(Field field, Random random) {
        if (field.type() == Boolean.class || field.type() == boolean.class) {
            return String.valueOf(random.nextBoolean());
        }
        if (field.isNumber()) {
            return field.type() == BigDecimal.class
                    ? List.of("5000", "2.5", "1").get(random.nextInt(3))
                    : String.valueOf(1 + random.nextInt(3));
        }
        if (field.isDate()) {
            return List.of("2018-09-16", "2018-09-17", "2018-09-18").get(random.nextInt(3));
        }
        Domain domain = Objects.requireNonNull(field.domain());
        Set<String> ids = Objects.requireNonNull(DemoPolicy.CATALOGUE.ids(domain));
        List<String> first = ids.stream().sorted().limit(8).toList();
        return "\"" + first.get(random.nextInt(first.size())) + "\"";
    }
}
