package io.quanyi.console.draft;

import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Lists the faults of a draft and the remarks on it on its overview, each with the place to which it leads. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class DraftFaults {

    /** The most faults that are listed: enough to mend at a time. */
    private static final int MAX_FAULTS = 100;

    private final DraftTrials trials;

    DraftFaults(DraftTrials trials) {
        this.trials = trials;
    }

    /** The faults and remarks; while others check for too long, that they are not known. */
    Map<String, Object> content(DraftScreen screen) {
        try {
            DraftTrials.Checked checked =
                    trials.check(screen.programme().id(), screen.view().draft().id(), () -> false);
            List<Fault> faults = checked.faults();
            return Map.of(
                    "faulty",
                    !faults.isEmpty(),
                    "checked",
                    List.of(Map.of(
                            "sound",
                            faults.isEmpty(),
                            "remarks",
                            checked.remarks().stream()
                                    .map(remark -> line(screen, remark))
                                    .toList(),
                            "judged",
                            String.join("\n", judged(checked.remarks(), screen)),
                            "faults",
                            faults.stream()
                                    .limit(MAX_FAULTS)
                                    .map(fault -> line(screen, fault))
                                    .toList(),
                            "omitted",
                            omitted(faults.size() - MAX_FAULTS, screen.language()))));
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
            return Map.of("faulty", false, "checked", List.of());
        }
    }

    /** The lines of the file of clauses by which remarks are judged, to be copied. */
    private static List<String> judged(List<Fault> remarks, DraftScreen screen) {
        String reasons = screen.requiredLanguages().stream()
                .map(language -> language.tag() + ": …")
                .collect(Collectors.joining(", "));
        return OpenRemarks.judgements(remarks).stream()
                .map(judged -> "  - { " + judged + ", reason: { " + reasons + " } }")
                .toList();
    }

    private static String omitted(int more, Language language) {
        return more > 0 ? new ConsoleTexts(language).of("draft-more-faults", more) : "";
    }

    private static Map<String, Object> line(DraftScreen screen, Fault fault) {
        String file = fault.position().file();
        boolean own = screen.view().content().file(file).isPresent();
        return Map.of(
                "href",
                own ? TextAddress.of(screen, file, fault.position().line()) : "",
                "place",
                fault.position().toString(),
                "text",
                fault.message(screen.language()));
    }
}
