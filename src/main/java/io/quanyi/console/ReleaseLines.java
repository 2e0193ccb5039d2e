package io.quanyi.console;

import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The line above a screen that says which release is shown and as of when, and the form that changes it. */
public final class ReleaseLines {

    private ReleaseLines() {}

    /** The values of the template {@code moment.html}. */
    public static Map<String, Object> of(Shown shown, MomentQuery query, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        ReleaseId id = shown.release().id();
        String at = new DateTexts(language)
                .instant(shown.at()
                        .atZone(shown.programme().zone())
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.MINUTES));
        Map<String, Object> lines = new HashMap<>();
        lines.put(
                "about",
                query.knownAt(shown.programme().zone()).isEmpty()
                        ? texts.of("shown", id.number(), at)
                        : texts.of("shown-known", id.number(), at, Objects.requireNonNull(query.known())));
        lines.put("on", Objects.requireNonNullElse(query.on(), "").toString());
        lines.put("known", Objects.requireNonNullElse(query.known(), "").toString());
        lines.put("release", query.release() == null ? "" : query.release().toString());
        lines.put(
                "releases",
                shown.timeline().entries().stream()
                        .map(entry -> Map.of(
                                "number",
                                entry.number(),
                                "chosen",
                                Integer.valueOf(entry.number()).equals(query.release())))
                        .toList());
        return lines;
    }
}
