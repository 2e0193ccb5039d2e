package io.quanyi.impact;

import io.quanyi.decision.Decider;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.decision.RuleOutline.Reading;
import io.quanyi.decision.RuleOutline.Test;
import io.quanyi.facts.Fact;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What two releases can see of one aspect of a request. */
final class Sight {

    private static final String NO_MATCH = "";

    private final ServicePair pair;
    private final Aspect aspect;
    private final IdentityHashMap<ProgrammeRelease, List<Look>> looks = new IdentityHashMap<>();

    Sight(ServicePair pair, Aspect aspect) {
        this.pair = pair;
        this.aspect = aspect;
        pair.releases().forEach(release -> looks.put(release, looks(release)));
    }

    private List<Look> looks(ProgrammeRelease release) {
        return pair.rules(release).stream()
                .flatMap(rule -> rule.looks().stream())
                .filter(aspect::isSeenBy)
                .toList();
    }

    /** What both see: two ways with equal texts get equal answers from either, whatever else a request says. */
    String of(Value value) {
        return pair.releases().stream()
                .map(release -> side(release, value) + "\n" + answers(release, value))
                .collect(Collectors.joining("\n"));
    }

    /** Whether neither release takes a request with this value, for the same reasons. */
    boolean isRefused(Value value) {
        String before = side(pair.before(), value);
        return before.startsWith("refused") && before.equals(side(pair.after(), value));
    }

    /** What an answer of a release reads of it beside what the rules say. */
    String answers(ProgrammeRelease release, Value value) {
        return aspect.answers().of(pair, release, request(release, value));
    }

    private DecisionRequest request(ProgrammeRelease release, Value value) {
        Asking asking = pair.asking(release);
        value.setting().accept(asking);
        return asking.request();
    }

    private String side(ProgrammeRelease release, Value value) {
        try {
            QuestionFacts facts =
                    Decider.facts(request(release, value), release, pair.at().toInstant());
            return seen(looks.getOrDefault(release, List.of()), facts);
        } catch (RequestRefused e) {
            return refused(e);
        }
    }

    static String refused(RequestRefused refused) {
        return "refused " + refused.code() + " "
                + refused.faults().stream().map(Sight::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }

    private static String seen(List<Look> looks, QuestionFacts facts) {
        StringBuilder seen = new StringBuilder();
        looks.forEach(look -> seen.append(seen(look, facts)).append(';'));
        return seen.toString();
    }

    private static String seen(Look look, QuestionFacts facts) {
        List<String> seen = new ArrayList<>();
        for (Fact fact : facts.all()) {
            if (look.fact().isInstance(fact)) {
                seen.add(seen(look, fact));
            }
        }
        seen.removeIf(NO_MATCH::equals);
        Collections.sort(seen);
        return String.join("|", seen);
    }

    /** The fields that are there and do not meet the condition make it silent, whatever the others are. */
    private static String seen(Look look, Fact fact) {
        StringBuilder seen = new StringBuilder("(");
        for (Test test : look.tests()) {
            Boolean holds = test.holds().apply(fact);
            if (Boolean.FALSE.equals(holds)) {
                return NO_MATCH;
            }
            seen.append(holds == null ? '?' : '+');
        }
        for (Reading reading : look.values()) {
            seen.append(reading.value().apply(fact));
        }
        return seen.append(')').toString();
    }
}
