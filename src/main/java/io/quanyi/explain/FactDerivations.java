package io.quanyi.explain;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.facts.Fact;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Period;
import io.quanyi.facts.Product;
import io.quanyi.facts.Question;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Explains the derivation of those fields of facts that differ from the members of the request. */
final class FactDerivations {

    private final ExplanationWords wording;
    private final AskedQuestion asked;
    private final Subscription subscription;
    private final LocalDate day;

    /**
     * Takes a request.
     *
     * @param day the day of the request in the zone of the programme
     */
    FactDerivations(ExplanationWords wording, DecisionRequest request, LocalDate day) {
        this.wording = wording;
        this.asked = request.question();
        this.subscription = request.subscription();
        this.day = day;
    }

    /** The derivation of a field; null if the field equals a member of the request. */
    @Nullable String how(Fact fact, FactField field) {
        if (fact instanceof Question question) {
            return ofQuestion(question, field.name());
        }
        if (fact instanceof Product product) {
            return ofProduct(product, field.name());
        }
        if (fact instanceof Period) {
            return field.name().equals("renewed") ? null : ofPeriod();
        }
        if (fact instanceof FirstTerm) {
            return ofFirstTerm();
        }
        return fact instanceof Opening ? wording.text("derived.opening") : null;
    }

    private @Nullable String ofQuestion(Question question, String field) {
        return switch (field) {
            case "severity" ->
                asked.severity() == null && question.severity() != null
                        ? wording.text("derived.severity")
                        : ignored(asked.severity(), question.severity());
            case "topic" -> ignored(asked.topic(), question.topic());
            case "activity" -> ignored(asked.activity(), question.activity());
            case "quantity" -> asked.quantity() == null ? wording.text("derived.quantity") : null;
            case "leadDays" ->
                asked.requestedStart() == null ? null : wording.text("derived.lead-days", day, asked.requestedStart());
            default -> null;
        };
    }

    /** The words for an id that is left out because it has no meaning in this programme. */
    private @Nullable String ignored(@Nullable String written, @Nullable String used) {
        return written == null || written.equals(used) ? null : wording.shared("warning.id-ignored", written);
    }

    private @Nullable String ofProduct(Product product, String field) {
        String id = product.id();
        if (id == null) {
            return null;
        }
        if (field.equals("family")) {
            return wording.text("derived.family");
        }
        String written = subscription.product();
        return id.equals(written) ? null : wording.text("derived.product", String.valueOf(written));
    }

    private @Nullable String ofPeriod() {
        LocalDate start = subscription.serviceStart();
        LocalDate end = subscription.serviceEnd();
        return start == null && end == null ? null : wording.text("derived.period", shown(start), shown(end), day);
    }

    private @Nullable String ofFirstTerm() {
        FirstPurchase first = subscription.firstPurchase();
        return first == null
                ? null
                : wording.text("derived.first-term", first.serviceStart(), shown(first.serviceEnd()), day);
    }

    private String shown(@Nullable LocalDate date) {
        return date == null ? wording.shared("label.absent") : date.toString();
    }
}
