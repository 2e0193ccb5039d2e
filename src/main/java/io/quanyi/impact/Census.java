package io.quanyi.impact;

import io.quanyi.decision.Subscription;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of how many customers each sentence of an impact holds. One pass, one customer at a time: any number of them can be counted. */
public final class Census {

    private final List<Together> together;
    private final List<Counted> services = new ArrayList<>();
    private final long[] counts;
    private long all;
    private long touched;
    private long unplaced;

    /** A service, and which of the sentences told each of its own belongs to. */
    private record Counted(Whom whom, List<Integer> told) {}

    /** Counts nobody yet. */
    public Census(Impact impact) {
        this.together = impact.together();
        this.counts = new long[together.size()];
        IdentityHashMap<Sentence, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < together.size(); i++) {
            for (Sentence sentence : together.get(i).sentences()) {
                numbers.put(sentence, i);
            }
        }
        for (ServiceImpact service : impact.services()) {
            if (!service.sentences().isEmpty()) {
                services.add(new Counted(
                        service.whom(),
                        service.sentences().stream().map(numbers::get).toList()));
            }
        }
    }

    /** Counts one more. */
    public void add(Subscription customer) {
        all++;
        BitSet held = held(customer);
        if (held == null) {
            unplaced++;
            return;
        }
        touched += held.isEmpty() ? 0 : 1;
        held.stream().forEach(number -> counts[number]++);
    }

    private @Nullable BitSet held(Subscription customer) {
        BitSet held = new BitSet();
        for (Counted service : services) {
            BitSet own = service.whom().of(customer);
            if (own == null) {
                return null;
            }
            own.stream().forEach(sentence -> held.set(service.told().get(sentence)));
        }
        return held;
    }

    /** How many customers were counted. */
    public long all() {
        return all;
    }

    /** For how many of them some answer changes. */
    public long touched() {
        return touched;
    }

    /** How many could not be placed, because a release does not take them as they are. */
    public long unplaced() {
        return unplaced;
    }

    /** Of how many customers a sentence holds, for some question of theirs. */
    public long of(Together sentence) {
        return counts[together.indexOf(sentence)];
    }
}
