package io.quanyi.impact.dimension;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.usage.UsageLimits;
import io.quanyi.impact.usage.UsageSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements of answers that differ from request to request of one class: a number that a rule takes from the request is
 * named by its member, and an incomplete usage entry by the span that it lies in.
 */
public final class ElementNames {

    private static final Pattern ENTRY = Pattern.compile("/subscription/usage/(\\d+)/personDays");

    private final ServiceComparison comparison;

    public ElementNames(ServiceComparison comparison) {
        this.comparison = comparison;
    }

    /** Whether some element has a name of its own. */
    public boolean areNeeded() {
        UsageLimits limits = comparison.usageLimits();
        return limits.takeLimit() || limits.takeQuantity() || limits.countDays();
    }

    /** The facts on which names depend: equal for requests whose equal answers have equal names. */
    public Object basis(DecisionRequest request) {
        List<@Nullable Object> basis = new ArrayList<>();
        basis.add(request.subscription().freeRemoteSupportLimit());
        basis.add(request.question().quantityOrOnce());
        basis.add(request.subscription().serviceStart());
        basis.add(request.subscription().usage());
        return basis;
    }

    /** The change of the answer to a request, with the names of its elements. */
    public AnswerChange of(AnswerChange change, DecisionRequest request) {
        return areNeeded()
                ? new AnswerChange(
                        named(change.before(), comparison.before(), request),
                        named(change.after(), comparison.after(), request))
                : change;
    }

    private List<CoreElement> named(List<CoreElement> elements, ProgrammeRelease release, DecisionRequest request) {
        return elements.stream()
                .map(element -> named(element, release, request))
                .distinct()
                .sorted()
                .toList();
    }

    private CoreElement named(CoreElement element, ProgrammeRelease release, DecisionRequest request) {
        Integer limit = request.subscription().freeRemoteSupportLimit();
        int quantity = request.question().quantityOrOnce();
        return switch (element.subject()) {
            case QUOTA ->
                element.words().get(1).equals("user")
                        ? number(element, 0, takes(release, GroupLimit.class), quantity, UsageLimits.QUANTITY)
                        : number(
                                number(element, 0, takes(release, Quota.class), limit, UsageLimits.LIMIT),
                                3,
                                takes(release, EachLimit.class),
                                limit,
                                UsageLimits.LIMIT);
            case CHARGE -> {
                boolean takes = takes(release, Charge.class) || takes(release, ChargeShare.class);
                yield number(number(element, 0, takes, limit, UsageLimits.LIMIT), 1, takes, limit, UsageLimits.LIMIT);
            }
            case LEAD_TIME -> number(element, 0, takes(release, LeadTime.class), quantity, UsageLimits.QUANTITY);
            case MISSING -> entry(element, request);
            case DEPENDENT -> dependent(element, release, request);
            default -> element;
        };
    }

    /** A term that waits for a fact: its part and the fact, and the content, whose numbers are named as in the part itself. */
    private CoreElement dependent(CoreElement element, ProgrammeRelease release, DecisionRequest request) {
        Integer limit = request.subscription().freeRemoteSupportLimit();
        int quantity = request.question().quantityOrOnce();
        return switch (element.words().get(0)) {
            case "/quota" ->
                element.words().get(3).equals("user")
                        ? number(element, 2, takes(release, GroupLimit.class), quantity, UsageLimits.QUANTITY)
                        : number(element, 2, takes(release, Quota.class), limit, UsageLimits.LIMIT);
            case "/quota/each" -> number(element, 2, takes(release, EachLimit.class), limit, UsageLimits.LIMIT);
            case "/charges" -> {
                boolean takes = takes(release, Charge.class) || takes(release, ChargeShare.class);
                yield number(number(element, 2, takes, limit, UsageLimits.LIMIT), 3, takes, limit, UsageLimits.LIMIT);
            }
            case "/leadTime" -> number(element, 2, takes(release, LeadTime.class), quantity, UsageLimits.QUANTITY);
            default -> element;
        };
    }

    private boolean takes(ProgrammeRelease release, Class<? extends Outcome> type) {
        return comparison.rules(release).stream()
                .flatMap(rule -> rule.statements().stream())
                .anyMatch(statement -> statement.outcome() == null && statement.type() == type);
    }

    private static CoreElement number(
            CoreElement element, int place, boolean takes, @Nullable Integer number, String name) {
        String word = element.words().get(place);
        if (!takes
                || number == null
                || word.isEmpty()
                || new BigDecimal(word).compareTo(BigDecimal.valueOf(number)) != 0) {
            return element;
        }
        List<String> words = new ArrayList<>(element.words());
        words.set(place, name);
        return new CoreElement(element.subject(), words);
    }

    private CoreElement entry(CoreElement element, DecisionRequest request) {
        Matcher entry = ENTRY.matcher(element.words().get(0));
        List<Usage> usage = request.subscription().usage();
        if (usage == null || !entry.matches()) {
            return element;
        }
        UsageLimits limits = comparison.usageLimits();
        UsageSpan shortest = UsageSpan.of(request, usage.get(Integer.parseInt(entry.group(1))), comparison.day());
        List<String> words = new ArrayList<>(List.of("/subscription/usage/*/personDays"));
        limits.spans().stream()
                .filter(span -> span.compareTo(shortest) >= 0)
                .findFirst()
                .ifPresent(span -> words.addAll(limits.apart(span)));
        return new CoreElement(Subject.MISSING, words);
    }
}
