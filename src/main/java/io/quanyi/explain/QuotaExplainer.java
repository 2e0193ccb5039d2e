package io.quanyi.explain;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.explain.ExplanationReport.QuotaLine;
import io.quanyi.explain.ExplanationReport.UseLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains how the quota of a decision was counted. */
record QuotaExplainer(ExplanationWords wording, DecisionRequest request) {

    @Nullable QuotaLine of(Decision decision) {
        Decision.QuotaState quota = decision.quota();
        return quota == null
                ? null
                : new QuotaLine(
                        quota.limit(),
                        quota.unit(),
                        quota.used(),
                        quota.remaining(),
                        quota.from(),
                        quota.to(),
                        text(quota),
                        uses(quota));
    }

    private String text(Decision.QuotaState quota) {
        String left = wording.text(
                "quota", amount(quota.used(), quota), amount(quota.limit(), quota), amount(quota.remaining(), quota));
        LocalDate from = quota.from();
        LocalDate to = quota.to();
        return from == null || to == null
                ? left
                : left
                        + wording.punctuation().semicolon()
                        + wording.text("quota.days", new TimeWords(wording).days(from, to));
    }

    /** The uses of the requested service; none for a quota of users. */
    private List<UseLine> uses(Decision.QuotaState quota) {
        List<Usage> usage = request.subscription().usage();
        return usage == null || quota.unit().equals("user")
                ? List.of()
                : usage.stream()
                        .filter(use -> use.service().equals(request.question().service()))
                        .map(use -> line(use, quota))
                        .toList();
    }

    private UseLine line(Usage use, Decision.QuotaState quota) {
        LocalDate from = quota.from();
        boolean counted = from == null || !use.date().isBefore(from);
        String amount = amount(amount(use, quota.unit()), quota);
        String day = new TimeWords(wording).days(use.date(), use.date());
        return new UseLine(use.date(), counted, wording.text(counted ? "use.counted" : "use.before", day, amount));
    }

    private static BigDecimal amount(Usage use, String unit) {
        if (unit.equals("person-day")) {
            return use.personDays() == null ? BigDecimal.ZERO : use.personDays();
        }
        return BigDecimal.valueOf(use.times() == null ? 1 : use.times());
    }

    private String amount(BigDecimal amount, Decision.QuotaState quota) {
        return wording.words().amount(amount, quota.unit());
    }
}
