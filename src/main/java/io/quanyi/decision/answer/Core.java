package io.quanyi.decision.answer;

import io.quanyi.digest.Sha256;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The core of a decision: its parts without instants, texts, suggestions, warnings and citations. Releases are compared by cores; the core
 * of the same request and the same release never changes.
 */
public final class Core {

    /** The reasons that rest on a count. */
    private static final Set<String> COUNTED = Set.of(
            ReasonCode.QUOTA_EXHAUSTED.code(), ReasonCode.QUOTA_INSUFFICIENT.code(), ReasonCode.LIMIT_REACHED.code());

    private Core() {}

    /** The core as one line of text, every part named. */
    public static String of(Decision decision) {
        return String.join(
                "; ",
                "outcome=" + decision.outcome(),
                "service=" + decision.service(),
                "plan=" + decision.plan(),
                "grantedBy=" + decision.grantedByPlan(),
                "reasons="
                        + decision.reasons().stream()
                                .map(Decision.Reason::code)
                                .distinct()
                                .toList(),
                "window="
                        + (decision.window() == null ? null : decision.window().id()),
                "response=" + promise(decision.response()),
                "resolution=" + promise(decision.resolution()),
                "quota=" + text(quota(decision)),
                "leadTime="
                        + (decision.leadTime() == null
                                ? null
                                : decision.leadTime().days()),
                "charges=" + charges(decision.charges()),
                "conditions=" + conditions(decision.conditions()),
                "route=" + route(decision.route()) + dependent(decision.dependsOn()));
    }

    /** The terms that depend on absent members. An empty list is left out, so that earlier cores do not change. The assumptions of conditions stand with the conditions. */
    private static String dependent(List<Decision.DependentTerm> terms) {
        List<String> named = terms.stream()
                .filter(term -> !term.assumed())
                .map(term -> term.part() + " " + TermForm.content(term.term()) + " by " + term.pointer())
                .distinct()
                .toList();
        return named.isEmpty() ? "" : "; dependsOn=" + named;
    }

    /** The SHA-256 of the core. */
    public static String digest(Decision decision) {
        return Sha256.named(of(decision));
    }

    private static @Nullable String promise(Decision.@Nullable Promise promise) {
        return promise == null
                ? null
                : promise.target().amount().toPlainString() + " "
                        + promise.target().unit() + " in " + promise.window() + " by " + promise.fulfilledBy();
    }

    /** The quota of the core; null where it only stands beside a refusal, which shows it if the request states the usage. */
    public static Decision.@Nullable QuotaState quota(Decision decision) {
        boolean counted = decision.outcome() != Result.NOT_ENTITLED
                || decision.reasons().stream().anyMatch(reason -> COUNTED.contains(reason.code()));
        return counted ? decision.quota() : null;
    }

    private static @Nullable String text(Decision.@Nullable QuotaState quota) {
        return quota == null
                ? null
                : quota.limit().toPlainString() + " " + quota.unit() + " per " + quota.per() + " each "
                        + each(quota.each());
    }

    /** The limit of a single use; its unit is named unless it is the person-day, so that earlier cores do not change. */
    private static @Nullable String each(Decision.@Nullable EachState each) {
        if (each == null) {
            return null;
        }
        String limit = each.limit().toPlainString();
        return each.unit().equals("person-day") ? limit : limit + " " + each.unit();
    }

    private static List<String> charges(List<Decision.ChargeLine> charges) {
        return charges.stream()
                .map(charge -> charge.from() + "-" + charge.to() + " " + charge.currency() + " share " + charge.share()
                        + " per " + charge.per() + (charge.approximate() ? " about" : ""))
                .toList();
    }

    private static List<String> conditions(List<Decision.ConditionLine> conditions) {
        return conditions.stream()
                .map(condition -> condition.code() + (condition.pointer() == null ? "" : " " + condition.pointer()))
                .distinct()
                .toList();
    }

    private static String route(Decision.Route route) {
        List<String> channels =
                route.channels().stream().map(Decision.RouteChannel::id).toList();
        return channels + " seat " + route.seat() + " priority " + route.priority() + " by " + route.deliverers()
                + " delivery " + route.delivery() + " language " + route.language();
    }
}
