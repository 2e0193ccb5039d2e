package io.quanyi.impact.budget;

import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bounds on one comparison of two releases or on one survey of a single release, and the counts so far. A count that is known in
 * advance is refused before memory is allocated for it. A verdict on a release is bounded by combinations, decisions and steps but
 * never by time, because all replicas must reach the same verdict.
 */
public final class WorkBudget {

    /** Decisions about one service. A decision costs about ten microseconds and eight bytes. */
    private static final long MAX_DECIDED = 1_000_000;

    /** Lookups of decisions already made; a survey repeats them for each plan and each pair of plans. */
    private static final long MAX_LOOKUPS = 100_000_000;

    /** Decisions about all services of a release. */
    private static final long MAX_DECIDED_IN_ALL = 4_000_000;

    /** Steps of building one decision diagram. A step costs some dozens of bytes. */
    private static final long MAX_STEPS = 1_000_000;

    /** Steps of building one decision diagram while other services are compared concurrently. */
    private static final long STEPS_CONCURRENT = 100_000;

    /** Candidate values of one dimension, before indistinguishable ones are merged. */
    private static final long MAX_CANDIDATES = 20_000;

    /** Values that are tried, of which only the distinct ones become candidates. */
    private static final long MAX_TRIALS = 200_000;

    /** Combinations of one service that a comparison covers by default. */
    public static final long AMPLE = 40_000_000;

    /** Visits of combinations while sentences are made of them. */
    private static final long MAX_SENTENCE_WORK = 4_000_000_000L;

    /** Decisions about one service in a report. */
    private static final long MAX_REPORTED = 8_000_000;

    /** Combinations of one service while other services are compared concurrently. */
    private static final long COMBINATIONS_CONCURRENT = 500_000;

    /** Bytes per combination while sentences are made. */
    private static final long BYTES_A_COMBINATION = 20;

    private final long maxDecided;
    private final long maxDecidedInAll;
    private final long maxCombinations;
    private final long maxSteps;
    private final Cancellation cancellation;
    private final @Nullable Long end;
    private final AtomicLong decided = new AtomicLong();
    private final AtomicLong lookups = new AtomicLong();

    private WorkBudget(
            long maxDecided,
            long maxDecidedInAll,
            long maxCombinations,
            long maxSteps,
            Cancellation cancellation,
            @Nullable Long end) {
        this.maxDecided = maxDecided;
        this.maxDecidedInAll = maxDecidedInAll;
        this.maxCombinations = maxCombinations;
        this.maxSteps = maxSteps;
        this.cancellation = cancellation;
        this.end = end;
    }

    /**
     * The budget of a soundness verdict. It does not depend on the machine, its memory or its settings, so that all replicas reach
     * the same verdict.
     */
    public static WorkBudget ofVerdict(Cancellation cancellation) {
        return new WorkBudget(MAX_DECIDED, MAX_DECIDED_IN_ALL, 0, MAX_STEPS, cancellation, null);
    }

    /**
     * The budget of a report, which informs but decides nothing.
     *
     * @param maxCombinations the most combinations of one service; reduced to those that fit into a quarter of the heap
     * @param maxTime the time limit; null for none
     */
    public static WorkBudget ofReport(long maxCombinations, @Nullable Duration maxTime, Cancellation cancellation) {
        long fitting = Runtime.getRuntime().maxMemory() / 4 / BYTES_A_COMBINATION;
        long most = Math.min(Math.min(maxCombinations, fitting), Integer.MAX_VALUE - 8L);
        Long end = maxTime == null ? null : Long.valueOf(System.nanoTime() + maxTime.toNanos());
        return new WorkBudget(Math.min(most, MAX_REPORTED), Long.MAX_VALUE, most, MAX_STEPS, cancellation, end);
    }

    /** The budget of a report on the caller's own machine: bounded by its memory only. */
    public static WorkBudget ample() {
        return ofReport(AMPLE, null, Cancellation.never());
    }

    /** The budget of one of several concurrent comparisons: a small part of the memory of this budget. */
    public WorkBudget forConcurrentComparison() {
        long most = Math.min(maxCombinations, COMBINATIONS_CONCURRENT);
        return new WorkBudget(
                Math.min(maxDecided, COMBINATIONS_CONCURRENT),
                maxDecidedInAll,
                most,
                STEPS_CONCURRENT,
                cancellation,
                end);
    }

    /**
     * Checks for cancellation and timeout; called in every inner loop.
     *
     * @throws WorkCancelled if the caller has gone away
     * @throws ComparisonTimeout if the time limit has passed
     */
    public void check() {
        cancellation.check();
        if (end != null && System.nanoTime() - end > 0) {
            throw new ComparisonTimeout();
        }
    }

    /**
     * Counts the decisions about one service before they are made.
     *
     * @throws BudgetExceeded if one service, or all services together, need too many
     */
    public void countDecisions(long count) {
        check();
        refuse(count, maxDecided);
        refuse(decided.addAndGet(count), maxDecidedInAll);
    }

    /**
     * Counts lookups of decisions already made.
     *
     * @throws BudgetExceeded if there are too many
     */
    public void countLookups(long count) {
        check();
        refuse(lookups.addAndGet(count), MAX_LOOKUPS);
    }

    /**
     * Counts the combinations of a service before a table of them is allocated.
     *
     * @throws BudgetExceeded if they do not fit into memory
     */
    public void countCombinations(long count) {
        check();
        refuse(count, maxCombinations);
    }

    /**
     * Counts the visits of making sentences: every combination is visited once for each kind of change.
     *
     * @throws BudgetExceeded if there are too many
     */
    public void countSentenceWork(long combinations, long changes) {
        check();
        refuse(combinations, MAX_SENTENCE_WORK / Math.max(1, changes));
    }

    /**
     * Counts the steps of one decision diagram so far.
     *
     * @throws BudgetExceeded if there are too many
     */
    public void countSteps(long count) {
        check();
        refuse(count, maxSteps);
    }

    /**
     * Counts the candidate values of one dimension.
     *
     * @throws BudgetExceeded if there are too many
     */
    public void countCandidates(long count) {
        check();
        requireFewCandidates(count);
    }

    /**
     * Counts candidate values before they are made from a product of lists.
     *
     * @param sizes the sizes of the lists
     * @throws BudgetExceeded if the product has too many
     */
    public static void requireFewCandidates(long... sizes) {
        requireFew(MAX_CANDIDATES, sizes);
    }

    /**
     * Counts values of which only the distinct ones become candidates, before they are made from a product of lists.
     *
     * @param sizes the sizes of the lists
     * @throws BudgetExceeded if the product has too many
     */
    public static void requireFewTrials(long... sizes) {
        requireFew(MAX_TRIALS, sizes);
    }

    private static void requireFew(long most, long... sizes) {
        long count = 1;
        for (long size : sizes) {
            count *= size;
            refuse(count, most);
        }
    }

    private static void refuse(long count, long most) {
        if (count < 0 || count > most) {
            throw new BudgetExceeded(most);
        }
    }
}
