package io.quanyi.workshop.guide;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.text.ClosestWord;
import io.quanyi.text.EnumCode;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints how far the draft of a programme is on its way to a release, and the command that comes next. */
@Command(name = "next")
public final class NextCommand extends WorkshopCommand {

    /** The most details of a step that are shown; the first ones are done first. */
    private static final int SHOWN = 5;

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    /** The steps and the next thing to do, as JSON. */
    record Answer(List<DraftStep> steps, String next) {}

    @Override
    public Integer call() {
        List<String> known = RulesTree.programmes(rules().tree());
        if (!known.contains(programme) && ClosestWord.near(programme, known).isEmpty()) {
            boolean begins = RulesTree.calendars(rules().tree()).isEmpty();
            print(List.of(), output().text(begins ? "guide.next.calendars" : "guide.next.programme", programme));
            return 0;
        }
        Optional<ReleaseId> draft = new ReleaseSelector(rules().tree(), output(), programme).draft();
        boolean published = !RulesTree.sealed(rules().tree(), programme).isEmpty();
        if (draft.isEmpty()) {
            print(List.of(), output().text("guide.next.version", programme));
            return 0;
        }
        List<DraftStep> steps = DraftProgress.of(rules().tree(), output(), draft.get(), published);
        print(
                steps,
                steps.stream()
                        .filter(step -> !step.done())
                        .findFirst()
                        .map(this::next)
                        .orElseThrow());
        return 0;
    }

    private void print(List<DraftStep> steps, String next) {
        if (output().isJson()) {
            output().json(new Answer(steps, next));
            return;
        }
        steps.forEach(this::print);
        output().out().println(next);
    }

    private void print(DraftStep step) {
        output().out().println((step.done() ? "[x] " : "[ ] ") + output().text("guide.step." + code(step)));
        step.details().stream().limit(SHOWN).forEach(detail -> output().out().println("      " + detail));
        if (step.details().size() > SHOWN) {
            output().out()
                    .println("      "
                            + output().text("guide.more", step.details().size() - SHOWN));
        }
    }

    private String next(DraftStep step) {
        return output().text("guide.next." + code(step), programme);
    }

    private static String code(DraftStep step) {
        return EnumCode.of(step.kind());
    }
}
