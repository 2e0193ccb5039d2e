package io.quanyi.decision.release;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.servicetime.HolidayCalendar;
import java.util.Map;

/**
 * One loaded release of a programme, by which requests are decided. Immutable.
 *
 * @param id the id of the release
 * @param programme the programme
 * @param catalogue the catalogue
 * @param evaluator evaluates the rules
 * @param policy the rules, for citing and explaining them
 * @param hours the windows of the catalogue with the holidays of their calendars, by id, without windows whose hours are not stated
 * @param calendars the holiday calendars, by id
 * @param clauses the clauses of the document
 * @param readings the readings of ambiguous clauses
 */
public record ProgrammeRelease(
        ReleaseId id,
        Programme programme,
        Catalogue catalogue,
        PolicyEvaluator evaluator,
        PolicyDescription policy,
        Map<String, WindowHours> hours,
        Map<String, HolidayCalendar> calendars,
        Clauses clauses,
        Readings readings) {

    /** Keeps copies. */
    public ProgrammeRelease {
        hours = Map.copyOf(hours);
        calendars = Map.copyOf(calendars);
    }

    /** The same release with another catalogue that has the same ids. */
    public ProgrammeRelease with(Catalogue other) {
        return new ProgrammeRelease(id, programme, other, evaluator, policy, hours, calendars, clauses, readings);
    }

    /** The same release with other rules. */
    public <P extends PolicyEvaluator & PolicyDescription> ProgrammeRelease withPolicy(P other) {
        return new ProgrammeRelease(id, programme, catalogue, other, other, hours, calendars, clauses, readings);
    }

    /** The same release with another evaluator, which makes other findings of rules; the rules are cited as before. */
    public ProgrammeRelease withEvaluator(PolicyEvaluator other) {
        return new ProgrammeRelease(id, programme, catalogue, other, policy, hours, calendars, clauses, readings);
    }

    /** The same release without service hours: its decisions have no instants. */
    public ProgrammeRelease withoutHours() {
        return new ProgrammeRelease(
                id, programme, catalogue, evaluator, policy, Map.of(), calendars, clauses, readings);
    }
}
