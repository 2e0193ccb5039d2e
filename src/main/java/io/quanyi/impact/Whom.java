package io.quanyi.impact;

import io.quanyi.decision.AskedQuestion;
import io.quanyi.decision.Decider;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.Subscription;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which sentences about a service hold of a customer, whatever the customer asks. Not safe for several threads. */
public final class Whom {

    private static final int REMEMBERED = 10_000;

    /** What a question says, and no customer is. */
    private static final Set<String> ASKED = Set.of(
            "channel",
            "topic",
            "severity",
            "activity",
            "delivery",
            "requestedStart",
            "requesterCertified",
            "submittedBy");

    /** What a customer has used, and what a question asks for. */
    private static final String USE = "use";

    private final ServicePair pair;
    private final List<Dimension> dimensions;
    private final List<Box> boxes;
    private final List<Map<DecisionRequest, BitSet>> known;
    private final Set<Wanted> wanted = new LinkedHashSet<>();

    /** How much a question asks for. */
    private record Wanted(
            @Nullable Integer quantity, @Nullable BigDecimal personDays) {}

    /** @param boxes the combinations of each sentence */
    Whom(ServicePair pair, List<Dimension> dimensions, List<Box> boxes) {
        this.pair = pair;
        this.dimensions = dimensions;
        this.boxes = boxes;
        this.known = dimensions.stream().map(dimension -> memory()).toList();
        dimensions.stream()
                .filter(dimension -> dimension.aspect().id().equals(USE))
                .flatMap(dimension -> dimension.aspect().candidates().apply(pair).stream())
                .forEach(way -> {
                    Asking asking = pair.asking(pair.after());
                    way.setting().accept(asking);
                    wanted.add(new Wanted(asking.quantity, asking.personDays));
                });
    }

    private static Map<DecisionRequest, BitSet> memory() {
        return new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<DecisionRequest, BitSet> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** The numbers of the sentences that hold for some question of the customer's; null if the releases do not take the customer. */
    @Nullable BitSet of(Subscription customer) {
        DecisionRequest request = new DecisionRequest(pair.after().programme().id(), null, null, customer, question());
        if (pair.releases().stream().allMatch(release -> isRefused(release, request))) {
            return null;
        }
        BitSet holding = new BitSet();
        holding.set(0, boxes.size());
        for (int place = 0; place < dimensions.size(); place++) {
            Dimension dimension = dimensions.get(place);
            if (!ASKED.contains(dimension.aspect().id())) {
                BitSet values =
                        known.get(place).computeIfAbsent(only(dimension, request), one -> values(dimension, one));
                if (values.isEmpty()) {
                    return null;
                }
                keep(holding, place, values);
            }
        }
        return holding;
    }

    private boolean isRefused(ProgrammeRelease release, DecisionRequest request) {
        try {
            Decider.facts(request, release, pair.at().toInstant());
            return false;
        } catch (RequestRefused e) {
            return true;
        }
    }

    private void keep(BitSet holding, int place, BitSet values) {
        for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
            holding.set(i, boxes.get(i).values().get(place).intersects(values));
        }
    }

    private AskedQuestion question() {
        return new AskedQuestion(pair.service(), pair.at(), null, null, null, null, null, null, null, null, null, null);
    }

    /** What a customer's request says of one aspect, and nothing else. */
    private DecisionRequest only(Dimension dimension, DecisionRequest request) {
        Asking asking = pair.asking(pair.after());
        dimension.aspect().copy().accept(request, asking);
        return asking.request();
    }

    /** The values that the customer can have. */
    private BitSet values(Dimension dimension, DecisionRequest only) {
        BitSet values = new BitSet();
        if (!dimension.aspect().id().equals(USE)) {
            add(values, dimension.valueOf(only));
            return values;
        }
        for (Wanted one : wanted) {
            Asking asking = pair.asking(pair.after());
            dimension.aspect().copy().accept(only, asking);
            asking.quantity = one.quantity();
            asking.personDays = one.personDays();
            add(values, dimension.valueOf(asking.request()));
        }
        return values;
    }

    private static void add(BitSet values, int value) {
        if (value >= 0) {
            values.set(value);
        }
    }
}
