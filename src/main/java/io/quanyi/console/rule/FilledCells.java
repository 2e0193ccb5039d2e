package io.quanyi.console.rule;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.QuestionAddress;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.matrix.RuleCells;
import io.quanyi.console.matrix.RuleCells.RuleCell;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.text.Punctuation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The cells of the matrix that a rule of a sound draft fills, for the page of its form; each leads to its question, asked of both. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class FilledCells {

    /** The most cells that are shown: a rule about all services fills hundreds. */
    private static final int MAX_CELLS = 40;

    private final DraftTrials trials;
    private final ScreenReleases releases;

    FilledCells(DraftTrials trials, ScreenReleases releases) {
        this.trials = trials;
        this.releases = releases;
    }

    /**
     * The values for the template.
     *
     * @throws io.quanyi.release.draft.DraftRefused if the draft has faults
     */
    Map<String, Object> content(DraftScreen screen, String rule) {
        ProgrammeRelease after =
                trials.load(screen.programme().id(), screen.view().draft().id()).release();
        ProgrammeRelease before = screen.timeline()
                .release(screen.view().draft().base())
                .orElseThrow(() -> new IllegalStateException("a draft with a view has its base"));
        Set<String> services = Set.copyOf(CompiledPolicy.of(after).services(rule));
        List<RuleCell> cells = RuleCells.of(before, after, rule, services, releases.now(), screen.language());
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        return Map.of(
                "none",
                cells.isEmpty(),
                "more",
                cells.size() > MAX_CELLS ? texts.of("rule-cells-more", cells.size() - MAX_CELLS) : "",
                "lines",
                cells.stream().limit(MAX_CELLS).map(cell -> line(screen, cell)).toList());
    }

    private static Map<String, Object> line(DraftScreen screen, RuleCell cell) {
        Punctuation punctuation = Punctuation.of(screen.language());
        return Map.of(
                "name",
                String.join(" · ", cell.name()),
                "href",
                href(screen, cell),
                "after",
                shown(cell.after(), cell.before(), punctuation),
                "differs",
                cell.isDifferent(),
                "before",
                shown(cell.before(), cell.after(), punctuation));
    }

    /** The lines of a cell that the other one lacks, or all if it lacks none. */
    private static String shown(List<String> lines, List<String> others, Punctuation punctuation) {
        List<String> own = lines.stream().filter(line -> !others.contains(line)).toList();
        if (lines.equals(others)) {
            return punctuation.sequence(lines);
        }
        return own.isEmpty() ? "—" : punctuation.sequence(own);
    }

    private static String href(DraftScreen screen, RuleCell cell) {
        return UriComponentsBuilder.fromPath("/console/{programme}/ask")
                .queryParam("question.service", cell.service())
                .queryParam("subscription.plan", cell.plan())
                .queryParamIfPresent(
                        "question.severity", Optional.of(cell.severity()).filter(severity -> !severity.isEmpty()))
                .queryParam(QuestionAddress.OTHER_RELEASE, screen.view().draft().id())
                .encode()
                .buildAndExpand(screen.programme().id())
                .toUriString();
    }
}
