package io.quanyi.impact.independent;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a contract that apply to a question, and what sentences say to such a customer: what the contract agrees stays as agreed, and
 * of a contract that excludes the service nothing is said.
 */
record AgreedParts(List<AgreedTerm> terms) {

    private static final String AGREED = "agreed";
    private static final Set<String> OF_QUOTA = Set.of("quota-exhausted", "quota-insufficient");
    private static final Set<String> TIMES = Set.of("respond-within", "resolve-within", "window");

    /** The terms on the asked service for the severity of the question; one for all severities yields to one for that severity. */
    static AgreedParts of(DecisionRequest request, @Nullable String severity) {
        List<AgreedTerm> own = SentenceReading.agreed(request).stream()
                .filter(term -> term.service().equals(request.question().service()))
                .filter(term -> term.severity() == null || term.severity().equals(severity))
                .toList();
        Set<String> special = own.stream()
                .filter(term -> term.severity() != null)
                .map(AgreedParts::subject)
                .collect(Collectors.toSet());
        return new AgreedParts(own.stream()
                .filter(term -> term.severity() != null || !special.contains(subject(term)))
                .toList());
    }

    private static String subject(AgreedTerm term) {
        return term.effect().equals("exclude") ? "grant" : term.effect();
    }

    boolean has(String effect) {
        return terms.stream().anyMatch(term -> term.effect().equals(effect));
    }

    /** Whether the contract agrees a time or the hours by which times are counted; beside an exclusion it does not matter. */
    boolean haveTimes() {
        return !has("exclude") && TIMES.stream().anyMatch(this::has);
    }

    /** Whether the contract agrees a time to answer or to solve. */
    boolean isTimed() {
        return has("respond-within") || has("resolve-within");
    }

    /** The parts as a report names them, among those that it names; beside an exclusion no other term matters. */
    Set<String> among(Set<String> named, DecisionRequest request) {
        Set<String> parts = new TreeSet<>();
        terms.stream()
                .filter(term -> !has("exclude") || term.effect().equals("exclude"))
                .forEach(term -> parts.add(part(term, named)));
        parts.addAll(states(request));
        parts.retainAll(named);
        return parts;
    }

    private static String part(AgreedTerm term, Set<String> named) {
        if (term.effect().equals("channel")) {
            String channel = "channel " + term.channel();
            return named.contains(channel) ? channel : "channel other";
        }
        return term.effect() + (isClocked(term) ? " clock" : "");
    }

    /** The states of the quotas for the question. */
    Set<String> states(DecisionRequest request) {
        return terms.stream()
                .filter(term -> term.effect().equals("quota") && !has("exclude"))
                .map(term -> "quota " + state(term, request))
                .collect(Collectors.toSet());
    }

    private static String state(AgreedTerm quota, DecisionRequest request) {
        String per = quota.per() == null ? "service-year" : quota.per();
        if (per.equals("service-year") && request.subscription().serviceStart() == null) {
            return "uncounted";
        }
        boolean times = "time".equals(quota.unit());
        BigDecimal left = Objects.requireNonNull(quota.limit());
        if (request.subscription().usage() == null) {
            return state(left, times, request).equals("enough") ? "unknown" : "uncounted";
        }
        for (Usage entry : StatementReading.usage(request, per).toList()) {
            BigDecimal days = entry.personDays();
            if (!times && days == null) {
                return "uncounted";
            }
            left = left.subtract(times ? BigDecimal.valueOf(entry.timesOrOnce()) : Objects.requireNonNull(days));
        }
        return state(left, times, request);
    }

    private static String state(BigDecimal left, boolean times, DecisionRequest request) {
        BigDecimal days = request.question().personDays();
        BigDecimal wanted =
                times ? BigDecimal.valueOf(request.question().quantityOrOnce()) : days == null ? BigDecimal.ZERO : days;
        return left.signum() <= 0 ? "exhausted" : left.compareTo(wanted) < 0 ? "insufficient" : "enough";
    }

    private static boolean isClocked(AgreedTerm term) {
        return term.target() != null
                && (term.window() != null || !term.target().unit().startsWith("working"));
    }

    /** The statements that remain of one side of a sentence; with an exclusion, only those that precede all terms. */
    List<StatementLine> left(List<StatementLine> lines) {
        if (has("exclude")) {
            return lines.stream().anyMatch(line -> line.value().equals("REFUSED"))
                    ? lines
                    : lines.stream()
                            .filter(line -> line.value().equals("not-in-programme"))
                            .toList();
        }
        return lines.stream()
                .filter(line -> !isAgreed(line.part(), line.value()))
                .map(this::clocked)
                .toList();
    }

    /** Whether a statement of the document is about a part of answers that the contract agrees. */
    private boolean isAgreed(String part, String value) {
        return switch (part) {
            case "quota" -> has("quota") && !value.startsWith(AGREED) && !isOfUsers(value);
            case "dependent" -> has("quota") && value.startsWith("/quota ");
            case "channel" -> terms.stream().anyMatch(term -> value.equals(term.channel()));
            case "response" -> has("respond-within");
            case "resolution" -> has("resolve-within");
            case "window" -> has("window");
            case "assumption" -> haveTimes();
            default -> false;
        };
    }

    private StatementLine clocked(StatementLine line) {
        boolean isTimed = line.part().equals("response") || line.part().equals("resolution");
        return isTimed ? new StatementLine(line.part(), clocked(line.value()), line.text()) : line;
    }

    private String clocked(String target) {
        List<String> words = new ArrayList<>(Arrays.asList(target.split(" ", -1)));
        if (has("window") && words.get(1).startsWith("working")) {
            if (words.size() == 2) {
                words.add("");
            }
            words.set(2, "own");
        }
        return String.join(" ", words);
    }

    /** The statements of an answer on one side of a change; where the outcome changes, without those that follow from the contract. */
    Set<CoreElement> seen(Collection<CoreElement> elements, boolean changesOutcome) {
        Set<CoreElement> seen = new TreeSet<>();
        if (has("exclude")) {
            boolean isRefused =
                    elements.stream().anyMatch(element -> element.words().get(0).equals("REFUSED"));
            elements.stream()
                    .filter(element -> isRefused || element.words().get(0).equals("not-in-programme"))
                    .forEach(seen::add);
            return seen;
        }
        for (CoreElement element : elements) {
            boolean isOwn = isAgreed(element.subject().id(), element.value())
                    || isOfQuota(element)
                    || (isCharge(element) && element.words().get(5).isEmpty());
            if (!changesOutcome || !isOwn) {
                seen.add(isCharge(element) ? uncounted(element) : clocked(agreed(element)));
            }
        }
        return seen;
    }

    /** Whether an element says that the quota of the contract is used up. */
    private boolean isOfQuota(CoreElement element) {
        return element.subject() == Subject.REASON && has("quota") && OF_QUOTA.contains(element.value());
    }

    private static boolean isOfUsers(String quota) {
        return List.of(quota.split(" ", -1)).get(1).equals("user");
    }

    /** The quota of the contract, of which only the limit of a single use is of the document. */
    private CoreElement agreed(CoreElement element) {
        if (element.subject() != Subject.QUOTA || !has("quota") || isOfUsers(element.value())) {
            return element;
        }
        List<String> words = new ArrayList<>(element.words());
        words.set(0, AGREED);
        words.set(1, "");
        words.set(2, "");
        return new CoreElement(element.subject(), words);
    }

    private CoreElement clocked(CoreElement element) {
        boolean isTimed = element.subject() == Subject.RESPONSE || element.subject() == Subject.RESOLUTION;
        if (!isTimed || !has("window") || !element.words().get(1).startsWith("working")) {
            return element;
        }
        List<String> words = new ArrayList<>(element.words());
        words.set(2, "own");
        return new CoreElement(element.subject(), words);
    }

    private boolean isCharge(CoreElement element) {
        return element.subject() == Subject.CHARGE
                && terms.stream().anyMatch(term -> term.effect().equals("charge") && isCharge(term, element.words()));
    }

    private static boolean isCharge(AgreedTerm term, List<String> words) {
        return isNumber(term.from(), words.get(0))
                && isNumber(term.to(), words.get(1))
                && Objects.equals(term.currency(), words.get(2))
                && Objects.equals(term.per(), words.get(3))
                && words.get(4).isEmpty();
    }

    private static boolean isNumber(@Nullable BigDecimal number, String word) {
        return number == null ? word.isEmpty() : word.matches("[0-9.]+") && new BigDecimal(word).compareTo(number) == 0;
    }

    private static CoreElement uncounted(CoreElement charge) {
        List<String> words = new ArrayList<>(charge.words());
        words.set(5, "");
        return new CoreElement(charge.subject(), words);
    }
}
