package io.quanyi.checks;

import io.quanyi.decision.DecisionRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request in a few words: what it says beside the programme, the service and the instant. */
final class Example {

    private static final Set<String> UNSAID = Set.of("service", "at");

    private Example() {}

    static String of(DecisionRequest request) {
        return Stream.of(request.subscription(), request.question())
                .map(part -> said((Map<?, ?>) Objects.requireNonNull(Plain.of(part))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String said(Map<?, ?> members) {
        return members.entrySet().stream()
                .filter(member -> isSaid(member.getValue()) && !UNSAID.contains(member.getKey()))
                .map(member -> member.getKey() + " " + shown(Objects.requireNonNull(member.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static boolean isSaid(@Nullable Object value) {
        return value != null && !value.equals(List.of());
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?> members) {
            return "(" + said(members) + ")";
        }
        return value instanceof List<?> items
                ? items.stream().map(Example::shown).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }
}
