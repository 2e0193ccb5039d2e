package io.quanyi.workshop.needs;

import io.quanyi.decision.needs.CodeListWriter;
import io.quanyi.decision.needs.CodeLists;
import io.quanyi.decision.needs.CodeLists.CodeList;
import io.quanyi.decision.needs.ListedCode;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the codes that requests and answers of a programme use: all lists, or those that are named. */
@Command(name = "codes")
public final class CodesCommand extends WorkshopCommand {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1..*", paramLabel = "LIST", arity = "0..*", descriptionKey = "named")
    private List<String> named = List.of();

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Override
    public Integer call() {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        var selected = releases.load(Objects.requireNonNullElseGet(release, releases::latest));
        CodeLists all = new CodeListWriter(selected.release(), output().language()).lists();
        List<String> ids = all.lists().stream().map(CodeList::id).toList();
        for (String id : named) {
            if (!ids.contains(id)) {
                throw output().wrong(output().unknown("codes.no-list", id, ids, id, output().list(ids)));
            }
        }
        List<CodeList> lists = all.lists().stream()
                .filter(list -> named.isEmpty() || named.contains(list.id()))
                .toList();
        if (output().isJson()) {
            output().json(new CodeLists(all.release(), lists));
        } else {
            lists.forEach(this::print);
        }
        return 0;
    }

    private void print(CodeList list) {
        output().out().println(output().paint(Style.bold, named(list.id(), list.name())));
        list.codes().forEach(code -> output().out().println("  " + line(code)));
        output().out().println();
    }

    private String named(String id, String name) {
        return Punctuation.of(output().language()).beside(id, name);
    }

    private String line(ListedCode code) {
        String line = named(code.id(), code.name());
        return code.aliases().isEmpty() ? line : output().text("codes.aliases", line, output().list(code.aliases()));
    }
}
