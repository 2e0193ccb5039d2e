package io.quanyi.decision.running;

import io.quanyi.servicetime.Pauses.Pause;
import io.quanyi.source.Fault;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds members that the course of a running case lacks, and instants in it that cannot be true together. */
public final class RunningCaseFaults {

    private static final String AT = "/question/at";

    /** The years over which the clocks of a case are counted at most, so that an answer costs little. No ticket stays open so long. */
    private static final int MAX_YEARS = 20;

    private final RunningCase running;
    private final List<Fault> found = new ArrayList<>();

    private RunningCaseFaults(RunningCase running) {
        this.running = running;
    }

    /** The instants without which the clocks of a case cannot be read: when they started, and as of when they are read. */
    public static List<Fault> missing(RunningCase running) {
        List<Fault> missing = new ArrayList<>();
        if (running.at() == null) {
            missing.add(Fault.at(AT, "member-missing", "at"));
        }
        if (running.asOf() == null) {
            missing.add(Fault.at(RunningCase.AS_OF, "member-missing", "asOf"));
        }
        return missing;
    }

    /** The instants that contradict each other. */
    public static List<Fault> contradictions(RunningCase running) {
        RunningCaseFaults faults = new RunningCaseFaults(running);
        faults.ofInstants();
        faults.ofPauses();
        return faults.found;
    }

    private void ofInstants() {
        inOrder(running.at(), AT, running.asOf(), RunningCase.AS_OF);
        inOrder(running.at(), AT, running.respondedAt(), RunningCase.RESPONDED);
        inOrder(running.at(), AT, running.resolvedAt(), RunningCase.RESOLVED);
        inOrder(running.respondedAt(), RunningCase.RESPONDED, running.resolvedAt(), RunningCase.RESOLVED);
        notAfterReading(running.respondedAt(), RunningCase.RESPONDED);
        notAfterReading(running.resolvedAt(), RunningCase.RESOLVED);
        if (running.resolvedAt() == null) {
            inReach(running.asOf(), RunningCase.AS_OF);
        } else {
            inReach(running.resolvedAt(), RunningCase.RESOLVED);
        }
    }

    private void ofPauses() {
        List<Pause> before = new ArrayList<>();
        for (int i = 0; i < running.pauses().size(); i++) {
            CasePause pause = running.pauses().get(i);
            inOrder(running.at(), AT, pause.from(), RunningCase.PAUSES + "/" + i + "/from");
            inOrder(
                    pause.from(),
                    RunningCase.PAUSES + "/" + i + "/from",
                    pause.to(),
                    RunningCase.PAUSES + "/" + i + "/to");
            apart(pause.asPause(), before);
            before.add(pause.asPause());
        }
    }

    /** Adds a fault if an instant is before another that must have come first. */
    private void inOrder(
            @Nullable OffsetDateTime first, String firstPointer, @Nullable OffsetDateTime then, String pointer) {
        if (first != null && then != null && then.toInstant().isBefore(first.toInstant())) {
            found.add(Fault.at(pointer, "instant-too-early", then, firstPointer, first));
        }
    }

    private void notAfterReading(@Nullable OffsetDateTime event, String pointer) {
        OffsetDateTime asOf = running.asOf();
        if (event != null && asOf != null && event.toInstant().isAfter(asOf.toInstant())) {
            found.add(Fault.at(pointer, "instant-after-reading", event, RunningCase.AS_OF, asOf));
        }
    }

    /** Adds a fault for the last instant up to which a clock counts, if it is too long after the first. */
    private void inReach(@Nullable OffsetDateTime last, String pointer) {
        OffsetDateTime at = running.at();
        if (at != null && last != null && last.isAfter(at.plusYears(MAX_YEARS))) {
            found.add(Fault.at(pointer, "instant-too-late", last, AT, at, MAX_YEARS));
        }
    }

    /** Adds a fault for a pause that overlaps one before it in the list. */
    private void apart(Pause pause, List<Pause> before) {
        for (int i = 0; i < before.size(); i++) {
            if (pause.overlaps(before.get(i))) {
                found.add(Fault.at(
                        RunningCase.PAUSES + "/" + before.size(), "pauses-overlap", RunningCase.PAUSES + "/" + i));
                return;
            }
        }
    }
}
