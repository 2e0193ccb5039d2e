package io.quanyi.release.publish.web;

import io.quanyi.release.publish.PartKind;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.release.publish.web.CalendarForm.CalendarMeta;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The parts of a received form that publishes calendars.
 *
 * @param meta the data apart from the files
 * @param calendars the calendars; without files if none were sent
 * @param digest the SHA-256 of all parts, by which a repeated call is recognised
 */
record CalendarParts(CalendarMeta meta, Part calendars, String digest) {

    private static final String META = "meta";
    private static final List<String> KNOWN = List.of(META, PartKind.CALENDARS.id());

    /**
     * Reads a form.
     *
     * @throws io.quanyi.source.FaultsFound with every fault of its parts
     */
    static CalendarParts of(HttpServletRequest request) {
        Faults faults = new Faults();
        Map<String, byte[]> parts = PublishParts.parts(request, KNOWN, faults);
        CalendarMeta meta = PublishParts.meta(parts.get(META), CalendarMeta.class, faults);
        List<SourceFile> files = PublishParts.archive(PartKind.CALENDARS, parts, faults);
        faults.throwIfAny();
        CalendarMeta bound = Objects.requireNonNull(meta, "bound, where there is no fault");
        String version = bound.versions() == null ? null : bound.versions().calendars();
        return new CalendarParts(bound, new Part(version, files), PublishParts.digest(parts));
    }
}
