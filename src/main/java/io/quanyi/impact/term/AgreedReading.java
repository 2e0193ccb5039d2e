package io.quanyi.impact.term;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a change by a customer whose contract has own terms on the service. The values that the contract agrees stay as agreed
 * when the document changes, so a sentence leaves them out for such a customer. Where the outcome changes, the consequences of own terms are left out, as assumptions are.
 */
public record AgreedReading(OwnTerms own) {

    /** Stands for a value that a contract agrees and no document states. */
    public static final String AGREED = "agreed";

    private static final CoreElement REFUSED = CoreElement.of(Subject.OUTCOME, "REFUSED");
    private static final CoreElement NOT_KNOWN = CoreElement.of(Subject.REASON, "not-in-programme");
    private static final Set<String> OF_QUOTA = Set.of("quota-exhausted", "quota-insufficient");

    /** The part of a sentence that holds beside the own terms; no change if the contract agrees all of it, or excludes the service. */
    public AnswerChange left(AnswerChange said) {
        if (own.parts().isEmpty()) {
            return said;
        }
        return own.isExcluded()
                ? beforeTerms(said)
                : apart(
                        elements(said.before(), element -> isLeftOut(element) ? null : clocked(element)),
                        elements(said.after(), element -> isLeftOut(element) ? null : clocked(element)));
    }

    /** Whether a sentence says something of customers with the own terms. */
    public boolean says(AnswerChange said) {
        return own.parts().isEmpty() || (isSpokenOf(said) && !left(said).equals(AnswerChange.NONE));
    }

    /**
     * Whether a sentence speaks of customers with the own terms. It does not where facts are missing, or a term waits for one, that the agreed times may make needless,
     * or where a clock changes that an agreed time may be counted by.
     */
    public boolean isSpokenOf(AnswerChange said) {
        boolean timed = own.has("respond-within") || own.has("resolve-within");
        if (own.isExcluded() || !(timed || own.has("window"))) {
            return true;
        }
        boolean keepsClocks = said.changesOutcome()
                || apart(clocks(said.before()), clocks(said.after())).equals(AnswerChange.NONE);
        return !asks(said) && (!timed || keepsClocks);
    }

    private static boolean asks(AnswerChange said) {
        return Stream.concat(said.before().stream(), said.after().stream())
                .anyMatch(element -> element.subject() == Subject.MISSING || element.subject() == Subject.DEPENDENT);
    }

    /** The windows by which an element of each part is counted, and the deeds that meet it. */
    private static List<CoreElement> clocks(List<CoreElement> elements) {
        return elements(elements, element -> switch (element.subject()) {
            case RESPONSE, RESOLUTION ->
                new CoreElement(
                        element.subject(),
                        element.words().subList(2, element.words().size()));
            case WINDOW -> element;
            default -> null;
        });
    }

    /** The change of the answer to a request with the own terms, as a sentence says it. */
    public AnswerChange shown(AnswerChange actual) {
        if (own.parts().isEmpty()) {
            return actual;
        }
        if (own.isExcluded()) {
            return beforeTerms(actual);
        }
        Reader reader = actual.changesOutcome()
                ? element -> isOwn(element) ? null : clocked(counted(element))
                : element -> isUnspoken(element) ? null : clocked(counted(named(element)));
        return apart(elements(actual.before(), reader), elements(actual.after(), reader));
    }

    /** The elements of a change that precede all terms: that a release refuses the request, or does not know the service. */
    private static AnswerChange beforeTerms(AnswerChange change) {
        return new AnswerChange(beforeTerms(change.before()), beforeTerms(change.after()));
    }

    private static List<CoreElement> beforeTerms(List<CoreElement> elements) {
        return elements.contains(REFUSED)
                ? elements
                : elements.stream().filter(NOT_KNOWN::equals).toList();
    }

    /** Reads an element; null for one that is left out. */
    private interface Reader {
        @Nullable CoreElement read(CoreElement element);
    }

    private static List<CoreElement> elements(List<CoreElement> elements, Reader reader) {
        TreeSet<CoreElement> read = new TreeSet<>();
        for (CoreElement element : elements) {
            CoreElement one = reader.read(element);
            if (one != null) {
                read.add(one);
            }
        }
        return List.copyOf(read);
    }

    /** The change without what both sides say. */
    private static AnswerChange apart(List<CoreElement> before, List<CoreElement> after) {
        List<CoreElement> removed = new ArrayList<>(before);
        List<CoreElement> added = new ArrayList<>(after);
        removed.removeAll(after);
        added.removeAll(before);
        return new AnswerChange(removed, added);
    }

    private boolean isLeftOut(CoreElement element) {
        return isUnspoken(element) || isReplaced(element);
    }

    /** Whether an element is an assumption beside agreed times or hours, which may make it needless, or the only one that is needed. */
    private boolean isUnspoken(CoreElement element) {
        return element.subject() == Subject.ASSUMPTION && own.haveTimes();
    }

    /** Whether the contract agrees a value in place of an element of the document. */
    private boolean isReplaced(CoreElement element) {
        return !element.words().get(0).equals(AGREED)
                && (isAgreed(element)
                        || (element.subject() == Subject.CHANNEL
                                && own.parts()
                                        .contains("channel " + element.words().get(0))));
    }

    /** Whether an element of an answer with the own terms is about a value that the contract agrees. */
    private boolean isAgreed(CoreElement element) {
        return switch (element.subject()) {
            case RESPONSE -> own.has("respond-within");
            case RESOLUTION -> own.has("resolve-within");
            case WINDOW -> own.has("window");
            case QUOTA -> isAgreedQuota(element.words().get(1));
            case DEPENDENT -> isAgreedPart(element.words());
            default -> false;
        };
    }

    /** Whether the contract agrees a quota in the place of one in a unit; a limit of users holds beside it. */
    private boolean isAgreedQuota(String unit) {
        return own.has("quota") && !unit.equals("user");
    }

    /** Whether the contract agrees a part of the answer, so that no term of the document waits for a fact there. */
    private boolean isAgreedPart(List<String> words) {
        return switch (words.get(0)) {
            case "/response" -> own.has("respond-within");
            case "/resolution" -> own.has("resolve-within");
            case "/window" -> own.has("window");
            case "/quota" -> isAgreedQuota(words.get(3));
            default -> false;
        };
    }

    private boolean isOwn(CoreElement element) {
        return isAgreed(element)
                || switch (element.subject()) {
                    case REASON ->
                        own.has("quota") && OF_QUOTA.contains(element.words().get(0));
                    case CHANNEL ->
                        own.terms().stream()
                                .anyMatch(term -> element.words().get(0).equals(term.channel()));
                    case CHARGE ->
                        isOwnCharge(element) && element.words().get(5).isEmpty();
                    default -> false;
                };
    }

    private boolean isOwnCharge(CoreElement charge) {
        return own.terms().stream().anyMatch(term -> isCharge(term, charge.words()));
    }

    private static boolean isCharge(AgreedTerm term, List<String> words) {
        return term.effect().equals("charge")
                && isNumber(term.from(), words.get(0))
                && isNumber(term.to(), words.get(1))
                && Objects.equals(term.currency(), words.get(2))
                && Objects.equals(term.per(), words.get(3))
                && words.get(4).isEmpty();
    }

    private static boolean isNumber(@Nullable BigDecimal number, String word) {
        return number == null ? word.isEmpty() : word.matches("[0-9.]+") && number.compareTo(new BigDecimal(word)) == 0;
    }

    /** A charge that the contract agrees as well stands a second time in the answer; the one of the document is meant. */
    private CoreElement counted(CoreElement element) {
        return element.subject() == Subject.CHARGE && isOwnCharge(element) ? with(element, 5, "") : element;
    }

    /** An agreed target time or quota, of which only the additions of the document can change. */
    private CoreElement named(CoreElement element) {
        return switch (element.subject()) {
            case RESPONSE, RESOLUTION -> isAgreed(element) ? with(with(element, 1, ""), 0, AGREED) : element;
            case QUOTA -> isAgreed(element) ? with(with(with(element, 2, ""), 1, ""), 0, AGREED) : element;
            default -> element;
        };
    }

    /** A target time in working time, which is counted in the hours that the contract agrees. */
    private CoreElement clocked(CoreElement element) {
        boolean isTimed = element.subject() == Subject.RESPONSE || element.subject() == Subject.RESOLUTION;
        return isTimed
                        && own.has("window")
                        && !isAgreed(element)
                        && element.words().get(1).startsWith("working")
                ? with(element, 2, AGREED)
                : element;
    }

    private static CoreElement with(CoreElement element, int place, String word) {
        List<String> words = new ArrayList<>(element.words());
        words.set(place, word);
        return new CoreElement(element.subject(), words);
    }
}
