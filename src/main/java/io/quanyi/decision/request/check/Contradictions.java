package io.quanyi.decision.request.check;

import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.decision.running.RunningCase;
import io.quanyi.decision.running.RunningCaseFaults;
import io.quanyi.source.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds members of a request that cannot be true together. */
final class Contradictions {

    private final List<Fault> found = new ArrayList<>();

    private Contradictions() {}

    static List<Fault> in(DecisionRequest request, ProgrammeRelease release, Instant at) {
        Contradictions contradictions = new Contradictions();
        LocalDate day = at.atZone(release.programme().zone()).toLocalDate();
        contradictions.ofSubscription(request.subscription(), day);
        contradictions.ofTerms(AgreedTerms.of(request));
        RunningCase running = request.question().runningCase();
        if (running != null) {
            contradictions.found.addAll(RunningCaseFaults.contradictions(running));
        }
        return contradictions.found;
    }

    /**
     * Warnings about dates that may be true together, and more often are not. An answer is given for the day of the question (reading A10), so
     * they are not refused.
     */
    static List<Warning> doubts(DecisionRequest request, LocalDate day) {
        List<Warning> warnings = new ArrayList<>();
        Subscription subscription = request.subscription();
        LocalDate start = request.question().requestedStart();
        LocalDate end = subscription.serviceEnd();
        if (end != null && isBefore(end, start)) {
            warnings.add(new Warning("start-after-end", "/question/requestedStart", end.toString()));
        }
        if (end != null && isBefore(end, day) && Boolean.TRUE.equals(subscription.serviceRenewed())) {
            warnings.add(new Warning("renewed-but-ended", "/subscription/serviceEnd", end.toString()));
        }
        return warnings;
    }

    private void ofSubscription(Subscription subscription, LocalDate day) {
        ordered(subscription.serviceStart(), subscription.serviceEnd(), "/subscription/serviceEnd");
        FirstPurchase first = subscription.firstPurchase();
        if (first != null) {
            ordered(first.serviceStart(), first.serviceEnd(), "/subscription/firstPurchase/serviceEnd");
            if (isBefore(subscription.serviceStart(), first.serviceStart())) {
                add("/subscription/firstPurchase/serviceStart", "first-after-current", first.serviceStart());
            }
        }
        List<Usage> usage = subscription.usage() == null ? List.of() : subscription.usage();
        for (int i = 0; i < usage.size(); i++) {
            if (usage.get(i).date().isAfter(day)) {
                add(
                        "/subscription/usage/" + i + "/date",
                        "usage-after-instant",
                        usage.get(i).date(),
                        day);
            }
        }
    }

    private void ordered(@Nullable LocalDate start, @Nullable LocalDate end, String pointer) {
        if (end != null && isBefore(end, start)) {
            add(pointer, "end-before-start", end, String.valueOf(start));
        }
    }

    private static boolean isBefore(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.isBefore(b);
    }

    /**
     * Adds faults for terms with equal effect, service and severity, for a grant with an exclusion, and for a charge whose upper end is
     * below its lower one. Channels and charges add up.
     */
    private void ofTerms(List<AgreedTerm> terms) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            AgreedTerm term = terms.get(i);
            Integer first = AgreedTerms.addsUp(term)
                    ? null
                    : seen.putIfAbsent(term.service() + " " + AgreedTerms.subject(term) + " " + term.severity(), i);
            if (first != null) {
                add(AgreedTerms.pointer(i), "terms-contradict", AgreedTerms.pointer(first));
            }
            BigDecimal to = term.to();
            if (term.from() != null && to != null && to.compareTo(term.from()) < 0) {
                add(AgreedTerms.pointer(i) + "/to", "charge-inverted", to, term.from());
            }
        }
    }

    private void add(String pointer, String code, Object... arguments) {
        found.add(Fault.at(pointer, code, arguments));
    }
}
