package io.quanyi.impact;

import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How much a comparison or a survey of one release may cost, and whether somebody still waits for it. What is known before is refused
 * before anything is kept in memory for it; the rest is counted. Counted are combinations, decisions and steps, never time, where
 * every replica must come to the same verdict.
 */
public final class WorkBudget {

    /** Decisions about one service: some ten microseconds and eight bytes each. */
    static final long MOST_DECIDED = 1_000_000;

    /** Looks at what was decided, for each plan and each step from plan to plan. */
    static final long MOST_LOOKS = 100_000_000;

    /** Decisions about all services of a release. */
    static final long MOST_DECIDED_IN_ALL = 4_000_000;

    /** Steps from value to value through what some rules say: some dozens of bytes each. */
    static final long MOST_STEPS = 1_000_000;

    /** The same of a service that is compared while others are. */
    private static final long STEPS_BESIDE = 100_000;

    /** Values that a part of a request is tried with before those are put together that nothing can tell apart. */
    static final long MOST_CANDIDATES = 20_000;

    /** Combinations that are compared where nothing else is said. */
    public static final long AMPLE = 40_000_000;

    /** Looks at combinations while they are put into sentences. */
    private static final long MOST_TOLD = 4_000_000_000L;

    /** Decisions about one service that are made for a report. */
    private static final long MOST_REPORTED = 8_000_000;

    /** Combinations of a service that is compared while others are. */
    private static final long BESIDE = 500_000;

    /** Bytes that each combination of a comparison takes while it is put into sentences. */
    private static final long BYTES_A_COMBINATION = 20;

    private final long mostDecided;
    private final long mostDecidedInAll;
    private final long mostCombinations;
    private final long mostSteps;
    private final Cancellation cancellation;
    private final @Nullable Long end;
    private final AtomicLong decided = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();

    private WorkBudget(
            long mostDecided,
            long mostDecidedInAll,
            long mostCombinations,
            long mostSteps,
            Cancellation cancellation,
            @Nullable Long end) {
        this.mostDecided = mostDecided;
        this.mostDecidedInAll = mostDecidedInAll;
        this.mostCombinations = mostCombinations;
        this.mostSteps = mostSteps;
        this.cancellation = cancellation;
        this.end = end;
    }

    /**
     * The budget of what decides whether a release is sound. It is a constant of the code, whatever the machine, its memory and its
     * settings: all replicas come to the same verdict.
     */
    public static WorkBudget ofVerdict(Cancellation cancellation) {
        return new WorkBudget(MOST_DECIDED, MOST_DECIDED_IN_ALL, 0, MOST_STEPS, cancellation, null);
    }

    /**
     * The budget of what only informs.
     *
     * @param mostCombinations combinations of one service that are compared; never more than fit into a quarter of the heap
     * @param mostTime after which it ends; null for never
     */
    public static WorkBudget ofReport(long mostCombinations, @Nullable Duration mostTime, Cancellation cancellation) {
        long fitting = Runtime.getRuntime().maxMemory() / 4 / BYTES_A_COMBINATION;
        long most = Math.min(Math.min(mostCombinations, fitting), Integer.MAX_VALUE - 8L);
        Long end = mostTime == null ? null : Long.valueOf(System.nanoTime() + mostTime.toNanos());
        return new WorkBudget(Math.min(most, MOST_REPORTED), Long.MAX_VALUE, most, MOST_STEPS, cancellation, end);
    }

    /** The budget of somebody who waits on a machine of their own: bounded by its memory only. */
    public static WorkBudget ample() {
        return ofReport(AMPLE, null, Cancellation.never());
    }

    /** For what may be compared beside others: a small part of the memory that this one allows. */
    WorkBudget beside() {
        long most = Math.min(mostCombinations, BESIDE);
        return new WorkBudget(Math.min(mostDecided, BESIDE), mostDecidedInAll, most, STEPS_BESIDE, cancellation, end);
    }

    /**
     * Looked at in every inner loop.
     *
     * @throws WorkCancelled if nobody waits any more
     * @throws OutOfTime if it has taken too long
     */
    void check() {
        cancellation.check();
        if (end != null && System.nanoTime() - end > 0) {
            throw new OutOfTime();
        }
    }

    /** @throws BudgetSpent if one service, or all together, need more decisions */
    void decide(long count) {
        check();
        refuse(count, mostDecided);
        refuse(decided.addAndGet(count), mostDecidedInAll);
    }

    /** @throws BudgetSpent if what was decided is looked at more often */
    void look(long count) {
        check();
        refuse(looks.addAndGet(count), MOST_LOOKS);
    }

    /** @throws BudgetSpent if so many combinations do not fit into memory */
    void combine(long count) {
        check();
        refuse(count, mostCombinations);
    }

    /** @throws BudgetSpent if so many combinations are to be put into sentences so many times, once for each way of changing */
    void tell(long combinations, long ways) {
        check();
        refuse(combinations, MOST_TOLD / Math.max(1, ways));
    }

    /** @throws BudgetSpent if it takes more steps to go through what some rules say */
    void steps(long count) {
        check();
        refuse(count, mostSteps);
    }

    /** @throws BudgetSpent if there are so many values to try */
    void candidates(long count) {
        check();
        bound(count);
    }

    /**
     * Looked at before values to try are made.
     *
     * @param sizes of lists each of whose members is tried with each of the others'
     * @throws BudgetSpent if that makes too many
     */
    static void bound(long... sizes) {
        long count = 1;
        for (long size : sizes) {
            count *= size;
            refuse(count, MOST_CANDIDATES);
        }
    }

    private static void refuse(long count, long most) {
        if (count < 0 || count > most) {
            throw new BudgetSpent(most);
        }
    }
}
