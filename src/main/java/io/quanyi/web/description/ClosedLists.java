package io.quanyi.web.description;

import io.quanyi.decision.GroundCode;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The members of answers that hold codes, and the codes that they may hold. */
final class ClosedLists {

    private static final List<String> AUTHORITIES = List.of("official", "indicative");
    private static final List<String> UNITS = List.of("immediate", "hour", "working-hour", "working-day");

    private final Map<String, List<String>> codes = new TreeMap<>();

    ClosedLists() {
        List<String> grounds = Arrays.stream(GroundCode.values())
                .map(GroundCode::code)
                .sorted()
                .toList();
        Stream.of("Reason.code", "MatrixCell.reasons").forEach(key -> codes.put(key, grounds));
        Stream.of("Condition.code", "MatrixCell.conditions").forEach(key -> codes.put(key, withText("condition.", "")));
        codes.put("Warning.code", withText("warning.", ""));
        codes.put("Suggestion.code", withText("suggestion.", ""));
        Stream.of("Problem.code", "ServiceProblem.code").forEach(key -> codes.put(key, withText("problem.", ".title")));
        codes.put("ProblemError.code", withText("fault.", ""));
        codes.put("DifferenceLine.kind", withText("difference.kind.", ""));
        codes.put("DifferenceLine.change", List.of("added", "changed", "removed"));
        codes.put("DifferenceLine.part", List.of("calendars", "catalogue", "policy"));
        Stream.of("DecisionAnswer.authority", "ProgrammeEntry.authority").forEach(key -> codes.put(key, AUTHORITIES));
        Stream.of("Target.unit", "MatrixPromise.unit").forEach(key -> codes.put(key, UNITS));
        fixed(Domain.FULFILMENT, "Promise.fulfilledBy");
        fixed(Domain.QUOTA_UNIT, "Quota.unit", "MatrixQuota.unit");
        fixed(Domain.QUOTA_PER, "Quota.per", "MatrixQuota.per");
        // Authors state a limit of users at one time by a term of its own; answers show it as a quota
        also("user", "Quota.unit", "MatrixQuota.unit");
        also("concurrent", "Quota.per", "MatrixQuota.per");
        fixed(Domain.CHARGE_PER, "Charge.per", "MatrixCharge.per");
        fixed(Domain.SHARE_OF, "Share.of", "MatrixShare.of");
        fixed(Domain.SEAT, "Route.seat", "MatrixCell.seat");
        fixed(Domain.PRIORITY, "Route.priority", "MatrixCell.priority");
        fixed(Domain.DELIVERER, "Route.deliveredBy", "Route.deliverers");
        fixed(Domain.DELIVERY, "Route.delivery");
        fixed(Domain.LANGUAGE, "Route.language");
        fixed(Domain.DEPLOYMENT, "CatalogueAnswer.deployments");
    }

    /** The codes of a member; none where it is open. */
    List<String> of(String member) {
        return codes.getOrDefault(member, List.of());
    }

    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private void fixed(Domain domain, String... members) {
        List<String> ids = List.copyOf(Objects.requireNonNull(domain.fixed()));
        Stream.of(members).forEach(member -> codes.put(member, ids));
    }

    private void also(String code, String... members) {
        Stream.of(members)
                .forEach(member -> codes.computeIfPresent(
                        member,
                        (any, known) -> Stream.concat(known.stream(), Stream.of(code))
                                .sorted()
                                .toList()));
    }

    private static List<String> withText(String prefix, String suffix) {
        Function<String, String> code = key -> key.substring(prefix.length(), key.length() - suffix.length());
        return Texts.codes(Language.ENGLISH).stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
                .map(code)
                .sorted()
                .toList();
    }
}
