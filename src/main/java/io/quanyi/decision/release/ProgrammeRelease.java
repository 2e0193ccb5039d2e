package io.quanyi.decision.release;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.servicetime.HolidayCalendar;
import java.util.Map;

/**
 * All that a decision is made of beside the request: one release of one programme, loaded. Immutable.
 *
 * @param id which release
 * @param programme whose
 * @param catalogue what is sold
 * @param evaluator evaluates the rules
 * @param policy the rules, for citing and explaining them
 * @param hours the catalogue's windows laid over the release's calendars, by id; none for a window whose hours are not stated
 * @param calendars the calendars of the release, by id: what its windows may close by
 * @param clauses the document's clauses, for quotes
 * @param readings the readings, for their words
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
