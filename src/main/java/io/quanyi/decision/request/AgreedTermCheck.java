package io.quanyi.decision.request;

import io.quanyi.servicetime.InvalidTime;
import io.quanyi.source.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that an agreed term has the members that its effect needs, and no others. */
public final class AgreedTermCheck {

    private static final Map<String, List<String>> NEEDED = Map.of(
            "grant", List.of(),
            "exclude", List.of(),
            "respond-within", List.of("target"),
            "resolve-within", List.of("target"),
            "quota", List.of("limit", "unit"),
            "window", List.of("window"),
            "charge", List.of("from", "currency", "per"),
            "channel", List.of("channel"));

    private static final Map<String, List<String>> OPTIONAL = Map.of(
            "grant", List.of("severity"),
            "exclude", List.of("severity"),
            "respond-within", List.of("severity", "window"),
            "resolve-within", List.of("severity", "window"),
            "quota", List.of("per"),
            "charge", List.of("to"));

    private static final Map<String, Set<String>> SPANS = Map.of(
            "quota", Set.of("service-year", "contract", "pack"),
            "charge", Set.of("incident", "year", "person-day", "contract"));

    private final AgreedTerm term;
    private final String pointer;
    private final List<Fault> faults;

    private AgreedTermCheck(AgreedTerm term, String pointer, List<Fault> faults) {
        this.term = term;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The members that a term with an effect must have. */
    public static List<String> needed(String effect) {
        return NEEDED.getOrDefault(effect, List.of());
    }

    /** The members that a term with an effect may have. */
    public static List<String> optional(String effect) {
        return OPTIONAL.getOrDefault(effect, List.of());
    }

    /** The spans that a term with an effect may name; none if it names no span. */
    public static Set<String> spans(String effect) {
        return SPANS.getOrDefault(effect, Set.of());
    }

    /** Adds the faults of a term at a place. */
    static void of(AgreedTerm term, String pointer, List<Fault> faults) {
        new AgreedTermCheck(term, pointer, faults).check();
    }

    private void check() {
        List<String> needed = needed(term.effect());
        List<String> optional = optional(term.effect());
        members(term).forEach((name, value) -> {
            if (value == null && needed.contains(name)) {
                add(name, "member-missing", name);
            }
            if (value != null && !needed.contains(name) && !optional.contains(name)) {
                add(name, "member-not-of-effect", name, term.effect());
            }
        });
        target(term.target());
        span(term.per());
    }

    private void target(AgreedTerm.@Nullable AgreedTarget target) {
        if (target == null) {
            return;
        }
        boolean counted = target.unit().startsWith("working-");
        if (term.window() != null && term.effect().endsWith("-within") && !counted) {
            add("window", "window-without-clock", target.unit());
        }
        try {
            target.target();
        } catch (InvalidTime e) {
            add("target", e.code(), e.arguments());
        }
    }

    private void span(@Nullable String per) {
        Set<String> spans = SPANS.get(term.effect());
        if (per != null && spans != null && !spans.contains(per)) {
            add(
                    "per",
                    "text-not-of-form",
                    per,
                    String.join("|", spans.stream().sorted().toList()));
        }
    }

    private void add(String member, String code, Object... arguments) {
        faults.add(Fault.at(pointer + "/" + member, code, arguments));
    }

    /** The members that not every term has, by name. */
    private static Map<String, @Nullable Object> members(AgreedTerm term) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("severity", term.severity());
        members.put("target", term.target());
        members.put("limit", term.limit());
        members.put("unit", term.unit());
        members.put("window", term.window());
        members.put("channel", term.channel());
        members.put("from", term.from());
        members.put("to", term.to());
        members.put("currency", term.currency());
        members.put("per", term.per());
        return members;
    }
}
