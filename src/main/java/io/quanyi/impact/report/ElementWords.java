package io.quanyi.impact.report;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.PriceWords;
import io.quanyi.facts.Domain;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.term.AgreedReading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of elements of answers, in one language.
 *
 * @param words the words of the sentences that the elements belong to
 * @param after the words of answers of the later release
 */
record ElementWords(SentenceWords words, AnswerWords after) {

    /** The elements that a dependent term would have if it applied, by the part of the answer that the term belongs to. */
    private static final Map<String, Subject> PLACES = Map.ofEntries(
            Map.entry("/response", Subject.RESPONSE),
            Map.entry("/resolution", Subject.RESOLUTION),
            Map.entry("/window", Subject.WINDOW),
            Map.entry("/quota", Subject.QUOTA),
            Map.entry("/leadTime", Subject.LEAD_TIME),
            Map.entry("/charges", Subject.CHARGE),
            Map.entry("/conditions", Subject.CONDITION),
            Map.entry("/route/channels", Subject.CHANNEL),
            Map.entry("/route/seat", Subject.SEAT),
            Map.entry("/route/priority", Subject.PRIORITY),
            Map.entry("/route/deliverers", Subject.DELIVERER),
            Map.entry("/route/delivery", Subject.DELIVERY),
            Map.entry("/route/language", Subject.LANGUAGE));

    StatementLine line(CoreElement element) {
        return new StatementLine(element.subject().id(), element.value(), text(element));
    }

    private String text(CoreElement element) {
        List<String> content = element.words();
        String first = content.get(0);
        return switch (element.subject()) {
            case OUTCOME -> words.text("outcome." + first);
            case REASON -> after.reason(first);
            case RESPONSE, RESOLUTION -> promise(element.subject(), content);
            case QUOTA -> quota(content);
            case CHARGE -> charge(content);
            case CONDITION -> condition(first, null);
            case ASSUMPTION -> condition(first, content.get(1));
            case GRANTED_BY -> words.text("statement.granted-by", words.name(Domain.PLAN, first));
            case WINDOW -> words.text("statement.window", words.name(Domain.WINDOW, first));
            case CHANNEL -> words.text("statement.channel", words.name(Domain.CHANNEL, first));
            case SEAT -> words.text("statement.seat", words.name(Domain.SEAT, first));
            case PRIORITY -> words.text("statement.priority", words.name(Domain.PRIORITY, first));
            case DELIVERER -> words.text("statement.deliverer", words.name(Domain.DELIVERER, first));
            case DELIVERY -> words.text("statement.delivery", words.name(Domain.DELIVERY, first));
            case LANGUAGE -> words.text("statement.language", words.name(Domain.LANGUAGE, first));
            case MISSING -> {
                String missing = words.text("statement.missing", first);
                yield content.size() == 1 ? missing : words.inSpan(missing, content.subList(1, content.size()));
            }
            case DEPENDENT -> dependent(content);
            case LEAD_TIME ->
                words.isTaken(first)
                        ? words.text("statement.lead-time.quantity")
                        : words.text("statement.lead-time", first);
            case REFUSAL -> words.text("statement." + element.subject().id(), content.toArray());
        };
    }

    /** A term that depends on an absent member, by its part of the answer, the member and the content of the term. */
    private String dependent(List<String> content) {
        Subject subject = PLACES.get(content.get(0));
        List<String> term = content.subList(2, content.size());
        String stated = subject == null ? within(content.get(0), term) : text(new CoreElement(subject, term));
        return words.text("statement.depends", stated, after.member(content.get(1)));
    }

    /** A term that is no element of its own, but belongs to the quota or the response. */
    private String within(String place, List<String> term) {
        return place.equals("/quota/each")
                ? words.text("statement.each", words.amount(term.get(0), term.get(1)))
                : words.text("statement.fulfilled-by", words.name(Domain.FULFILMENT, term.get(0)));
    }

    private String condition(String code, @Nullable String pointer) {
        return after.condition(new Decision.ConditionLine(code, pointer, null, null, null));
    }

    private String promise(Subject subject, List<String> content) {
        String target = isAgreed(content.get(0))
                ? words.text("statement.agreed." + subject.id())
                : after.promise(subject.id(), new Decision.TargetValue(new BigDecimal(content.get(0)), content.get(1)));
        String hours = isAgreed(content.get(2))
                ? words.text("statement.agreed.clock")
                : words.name(Domain.WINDOW, content.get(2));
        String clock = content.get(2).isEmpty() ? target : words.text("statement.clock", target, hours);
        return content.get(3).isEmpty()
                ? clock
                : words.text("statement.fulfilled", clock, words.name(Domain.FULFILMENT, content.get(3)));
    }

    private static boolean isAgreed(String word) {
        return word.equals(AgreedReading.AGREED);
    }

    private String quota(List<String> content) {
        String quota = isAgreed(content.get(0))
                ? words.text("statement.agreed.quota")
                : words.text(
                        "statement.quota",
                        words.amount(content.get(0), content.get(1)),
                        words.name(Domain.QUOTA_PER, content.get(2)));
        return content.get(3).isEmpty()
                ? quota
                : words.text("statement.quota-each", quota, words.amount(content.get(3), content.get(4)));
    }

    private String charge(List<String> content) {
        boolean share = isShare(content.get(2));
        if (words.isTaken(content.get(0))) {
            String price = words.number(content.get(0)) + (share ? "" : " " + content.get(2));
            return words.text(
                    share ? "statement.charge.share" : "statement.charge",
                    price,
                    words.name(Domain.CHARGE_PER, content.get(3)),
                    share ? words.name(Domain.SHARE_OF, content.get(2)) : "");
        }
        PriceWords prices = new PriceWords(after);
        BigDecimal from = new BigDecimal(content.get(0));
        BigDecimal to = content.get(1).isEmpty() ? null : new BigDecimal(content.get(1));
        boolean about = !content.get(4).isEmpty();
        return to != null && share
                ? prices.share(from, to, content.get(2), content.get(3), about)
                : prices.sum(from, to, content.get(2), content.get(3), about);
    }

    /** Whether the base of a price is no currency, so that the price is a share of it. */
    private static boolean isShare(String of) {
        return !Objects.requireNonNull(Domain.CURRENCY.fixed()).contains(of);
    }
}
