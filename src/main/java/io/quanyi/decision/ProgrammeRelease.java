package io.quanyi.decision;

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
 * @param policy who gets it
 * @param hours the catalogue's windows laid over the release's calendars, by id; none for a window whose hours are not stated
 * @param calendars the calendars of the release, by id: what its windows may close by
 * @param clauses the document's clauses, for quotes
 * @param readings the readings, for their words
 */
public record ProgrammeRelease(
        ReleaseId id,
        Programme programme,
        Catalogue catalogue,
        PolicyEvaluator policy,
        Map<String, WindowHours> hours,
        Map<String, HolidayCalendar> calendars,
        Clauses clauses,
        Readings readings) {

    /** Keeps copies. */
    public ProgrammeRelease {
        hours = Map.copyOf(hours);
        calendars = Map.copyOf(calendars);
    }

    /** The same with another catalogue, whose ids are the same. */
    public ProgrammeRelease with(Catalogue other) {
        return new ProgrammeRelease(id, programme, other, policy, hours, calendars, clauses, readings);
    }

    /** The same with other rules. */
    public ProgrammeRelease with(PolicyEvaluator other) {
        return new ProgrammeRelease(id, programme, catalogue, other, hours, calendars, clauses, readings);
    }
}
