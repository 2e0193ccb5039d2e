package io.quanyi.workshop.guide;

import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.scaffold.DraftOutline;
import io.quanyi.workshop.scaffold.DraftOutline.Entry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the clauses of a programme with the rules that cite them, also while the rules have faults. */
@Command(name = "clauses")
public final class ClausesCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--without-rule")
    private boolean withoutRule;

    /** The clauses as JSON. */
    record Answer(List<Entry> clauses) {}

    @Override
    public Integer call() {
        ReleaseSelector.refuseUnknown(rules().tree(), output(), programme);
        List<Entry> clauses = DraftOutline.newest(rules().tree(), programme).clauses().stream()
                .filter(clause -> !withoutRule || clause.lacksRule())
                .toList();
        if (output().isJson()) {
            output().json(new Answer(clauses));
            return 0;
        }
        clauses.forEach(clause -> output().out().println(line(clause, output())));
        output().say(
                        "clauses.lacking",
                        clauses.stream().filter(Entry::lacksRule).count(),
                        programme);
        return 0;
    }

    private static String basis(Entry clause, Output output) {
        if (!clause.catalogue().isEmpty()) {
            return output.text("clauses.in-catalogue", output.list(clause.catalogue()));
        }
        return clause.rules().isEmpty() ? output.text("clauses.decides-nothing") : output.list(clause.rules());
    }

    /** A clause with its rules, or with its words if it has none. */
    static String line(Entry clause, Output output) {
        Punctuation punctuation = Punctuation.of(output.language());
        if (clause.lacksRule()) {
            return output.text("clauses.no-rule", clause.reference(), clause.quote());
        }
        return clause.reference() + punctuation.colon() + basis(clause, output);
    }
}
