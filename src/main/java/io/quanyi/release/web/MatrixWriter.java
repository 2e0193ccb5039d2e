package io.quanyi.release.web;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.answer.NamedEntry;
import io.quanyi.release.web.MatrixAnswer.MatrixCell;
import io.quanyi.release.web.MatrixAnswer.MatrixCharge;
import io.quanyi.release.web.MatrixAnswer.MatrixContent;
import io.quanyi.release.web.MatrixAnswer.MatrixPromise;
import io.quanyi.release.web.MatrixAnswer.MatrixQuota;
import io.quanyi.release.web.MatrixAnswer.MatrixRow;
import io.quanyi.release.web.MatrixAnswer.MatrixSeverity;
import io.quanyi.release.web.MatrixAnswer.MatrixShare;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the answer for a matrix, in one language. */
final class MatrixWriter {

    private final ProgrammeRelease release;
    private final Language language;

    MatrixWriter(ProgrammeRelease release, Language language) {
        this.release = release;
        this.language = language;
    }

    MatrixAnswer answer(Instant at) {
        return new MatrixAnswer(
                release.id(),
                at.atZone(release.programme().zone()).toOffsetDateTime(),
                release.catalogue().plans().stream()
                        .map(plan -> NamedEntry.of(plan.id(), plan.names(), language))
                        .toList(),
                Matrix.of(release, at).rows().stream().map(this::row).toList());
    }

    private MatrixRow row(Matrix.Row row) {
        Catalogue.Service service = release.catalogue().services().get(row.service());
        String name = service == null ? row.service() : service.names().in(language);
        return new MatrixRow(
                row.service(), name, row.cells().stream().map(this::cell).toList());
    }

    private MatrixCell cell(Matrix.Cell cell) {
        return new MatrixCell(
                cell.plan(),
                content(cell.plain()),
                release.catalogue().severities().stream()
                        .filter(severity -> cell.bySeverity().containsKey(severity.id()))
                        .map(severity -> new MatrixSeverity(
                                severity.id(),
                                severity.names().in(language),
                                content(Objects.requireNonNull(cell.bySeverity().get(severity.id())))))
                        .toList());
    }

    private MatrixContent content(Matrix.Content content) {
        Decision decision = content.decision();
        return decision == null ? open(content.dependsOn()) : decided(decision);
    }

    private static MatrixContent open(List<String> dependsOn) {
        return new MatrixContent(
                null, null, List.of(), null, null, null, null, List.of(), List.of(), null, null, dependsOn);
    }

    private MatrixContent decided(Decision decision) {
        Decision.WindowState window = decision.window();
        return new MatrixContent(
                decision.outcome(),
                decision.grantedByPlan(),
                decision.reasons().stream()
                        .map(Decision.Reason::code)
                        .distinct()
                        .toList(),
                window == null ? null : window.id(),
                promise("response", decision.response()),
                promise("resolution", decision.resolution()),
                quota(decision.quota()),
                decision.charges().stream().map(MatrixWriter::charge).toList(),
                decision.conditions().stream()
                        .map(Decision.ConditionLine::code)
                        .distinct()
                        .toList(),
                decision.route().seat(),
                decision.route().priority(),
                decision.openMembers());
    }

    private @Nullable MatrixPromise promise(String what, Decision.@Nullable Promise promise) {
        if (promise == null) {
            return null;
        }
        BigDecimal amount = promise.target().amount();
        String unit = promise.target().unit();
        String message = Texts.of(
                language, what + "." + unit, List.of(amount.stripTrailingZeros().toPlainString()));
        return new MatrixPromise(amount, unit, promise.window(), message);
    }

    private static @Nullable MatrixQuota quota(Decision.@Nullable QuotaState quota) {
        if (quota == null) {
            return null;
        }
        Decision.EachState each = quota.each();
        return new MatrixQuota(
                quota.limit(),
                quota.unit(),
                quota.per(),
                each == null ? null : each.limit(),
                each == null ? null : each.unit());
    }

    private static MatrixCharge charge(Decision.ChargeLine charge) {
        Decision.Share share = charge.share();
        return new MatrixCharge(
                charge.from(),
                charge.to(),
                charge.currency(),
                share == null ? null : new MatrixShare(share.from(), share.to(), share.of()),
                charge.per(),
                charge.approximate());
    }
}
