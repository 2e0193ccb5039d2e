package io.quanyi.impact.dimension;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.term.FurtherTerms;
import io.quanyi.impact.term.OwnTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the own terms of the contract of a request of which the sentences about a service tell nothing.
 *
 * @param comparison the service
 * @param ownTerms the dimension of own terms; null if the service was compared without them
 */
public record FurtherTermsFinder(
        ServiceComparison comparison, @Nullable MergedDimension ownTerms) {

    /** Finds the dimension of own terms among all. */
    public static FurtherTermsFinder of(ServiceComparison comparison, List<MergedDimension> dimensions) {
        return new FurtherTermsFinder(
                comparison,
                dimensions.stream()
                        .filter(MergedDimension::isOwnTerms)
                        .findFirst()
                        .orElse(null));
    }

    /** All such terms that a contract can have on the service. */
    public Set<FurtherTerms> possible() {
        if (ownTerms == null) {
            return EnumSet.of(FurtherTerms.ANY);
        }
        EnumSet<FurtherTerms> possible = comparison.asksAboutTerms()
                ? EnumSet.of(FurtherTerms.UNCOUNTED_QUOTA, FurtherTerms.ASKED_CHANNEL, FurtherTerms.SEVERAL)
                : EnumSet.of(FurtherTerms.QUOTA, FurtherTerms.CHANNEL);
        possible.add(FurtherTerms.TIMES);
        if (comparison.hasSeverities()) {
            possible.add(FurtherTerms.SEVERITY);
        }
        return possible;
    }

    /** Such terms in a request. */
    public Set<FurtherTerms> of(DecisionRequest request) {
        OwnTerms own = comparison.ownTerms(request);
        EnumSet<FurtherTerms> found = EnumSet.noneOf(FurtherTerms.class);
        if (own.parts().isEmpty()) {
            return found;
        }
        if (ownTerms == null) {
            return EnumSet.of(FurtherTerms.ANY);
        }
        if (own.haveTimes()) {
            found.add(FurtherTerms.TIMES);
        }
        if (ownTerms.valueOf(request) < 0) {
            addUntold(own, found);
        }
        return found;
    }

    private void addUntold(OwnTerms own, Set<FurtherTerms> found) {
        int before = found.size();
        boolean asked = comparison.asksAboutTerms();
        if (own.parts().contains(OwnTerms.OPEN)) {
            found.add(FurtherTerms.SEVERITY);
        }
        if (asked ? own.parts().contains(OwnTerms.UNCOUNTED) : own.has("quota")) {
            found.add(asked ? FurtherTerms.UNCOUNTED_QUOTA : FurtherTerms.QUOTA);
        }
        if (asked ? own.parts().contains(OwnTerms.ASKED_CHANNEL) : own.has("channel")) {
            found.add(asked ? FurtherTerms.ASKED_CHANNEL : FurtherTerms.CHANNEL);
        }
        if (found.size() == before) {
            found.add(FurtherTerms.SEVERAL);
        }
    }
}
