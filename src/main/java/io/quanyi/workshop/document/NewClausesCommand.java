package io.quanyi.workshop.document;

import io.quanyi.catalogue.Clauses;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import io.quanyi.workshop.document.DocumentText.Found;
import io.quanyi.workshop.scaffold.DraftOutline;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.scaffold.ScaffoldCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds the clauses of a document to a policy, from its text. Each decides something until the author says that it does not. */
@Command(name = "clauses")
public final class NewClausesCommand extends ScaffoldCommand {

    /** The most bytes of a text; a document of a hundred pages has fewer. */
    private static final int MAX_BYTES = 1 << 20;

    /** Entries of the catalogue, such as {@code windows/24x7, channels/portal}. */
    private static final Pattern ENTRIES = Pattern.compile("[a-z]+/[\\w-]+(, *[a-z]+/[\\w-]+)*");

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--from", required = true, paramLabel = "FILE")
    private Path from = Path.of("");

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    private int added;

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        versions.throwIfRefused();
        DraftOutline draft = versions.outline();
        List<Found> found = DocumentText.clauses(text()).stream()
                .filter(clause -> !draft.hasClause(reference(clause)))
                .toList();
        if (found.isEmpty()) {
            throw output().wrong(output().text("new.no-clauses-in-text", from));
        }
        added = found.size();
        add(edit, versions.rules(Clauses.FILE), draft, found);
    }

    private String text() throws IOException {
        if (!Files.isRegularFile(from)) {
            throw output().wrong(output().text("no-file", from));
        }
        if (Files.size(from) > MAX_BYTES) {
            throw new FaultsFound(List.of(Fault.at(Position.of(from.toString()), "file-too-large", MAX_BYTES)));
        }
        Faults faults = new Faults();
        String text = new SourceFile(from.toString(), Files.readAllBytes(from)).text(faults);
        faults.throwIfAny();
        return Objects.requireNonNull(text, "no faults");
    }

    private static String reference(Found clause) {
        return clause.item() == null ? clause.number() : clause.number() + " " + clause.item();
    }

    /** Adds the entries to the list, or begins the list if it has none. */
    private static void add(RulesEdit edit, String file, DraftOutline draft, List<Found> found) {
        if (draft.clauses().isEmpty()) {
            String begun = edit.text(file).replaceFirst("(?s)\\nclauses:.*", "\nclauses:\n");
            String entries = found.stream()
                    .map(clause -> "\n" + entry(clause, draft).indent(2))
                    .collect(Collectors.joining());
            edit.write(file, (begun + entries).getBytes(StandardCharsets.UTF_8));
        } else {
            found.forEach(clause -> edit.extend(file, "clauses", "\n" + entry(clause, draft)));
        }
    }

    private static String entry(Found clause, DraftOutline draft) {
        boolean glossed =
                draft.language() != Language.ENGLISH && draft.languages().contains(Language.ENGLISH);
        String item = clause.item() == null ? "" : "  item: " + quoted(clause.item()) + "\n";
        String gloss = glossed ? "  gloss: " + RuleTemplate.hint("gloss", draft.language()) + "\n" : "";
        String decides = clause.reason() == null
                ? "  decides: true\n"
                : "  decides: false\n" + explained(clause.reason(), draft);
        return "- number: " + quoted(clause.number()) + "\n" + item + "  quote: " + quoted(clause.quote()) + "\n"
                + gloss + decides;
    }

    /** The entries of the catalogue that state the clause, if it is these that the text names, or else the reason. */
    private static String explained(String reason, DraftOutline draft) {
        return ENTRIES.matcher(reason).matches()
                ? "  catalogue: [" + reason + "]\n"
                : "  reason: " + reason(reason, draft) + "\n";
    }

    /** The reason in the language of the document, and a hint in the other one. */
    private static String reason(String reason, DraftOutline draft) {
        return draft.languages().stream()
                .map(language -> language.tag() + ": "
                        + (language == draft.language() ? quoted(reason) : RuleTemplate.hint("reason", language)))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }

    @Override
    protected boolean isLeftToAuthor(Fault fault) {
        return fault.code().equals("clause-without-rule");
    }

    @Override
    protected String next() {
        return output().text("new.next.clauses", added, programme);
    }
}
