package io.quanyi.workshop.needs;

import io.quanyi.decision.needs.RequestSchema;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.needs.ServiceFacts;
import io.quanyi.decision.needs.ServiceFacts.FactAbsence;
import io.quanyi.decision.needs.ServiceFacts.FactUse;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.source.Fault;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the facts that an answer about a service may depend on, or the schema of a request for it. */
@Command(name = "facts")
public final class FactsCommand extends WorkshopCommand {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "SERVICE", descriptionKey = "service")
    private String service = "";

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--schema")
    private boolean schema;

    @Override
    public Integer call() {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ProgrammeRelease selected = releases.load(Objects.requireNonNullElseGet(release, releases::latest))
                .release();
        refuseUnknown(selected.catalogue().services().keySet());
        if (schema) {
            output().json(RequestSchema.of(selected, service, output().language()));
            return 0;
        }
        ServiceFacts facts = new ServiceFactWriter(selected, service, output().language()).facts();
        if (output().isJson()) {
            output().json(facts);
        } else {
            print(facts);
        }
        return 0;
    }

    private void refuseUnknown(Collection<String> services) {
        if (!services.contains(service)) {
            Fault unknown = Fault.at("", "unknown-service", service).knowing(List.copyOf(services));
            String message = unknown.message(output().language());
            throw output().wrong(output().text("facts.no-service", message, output().list(services)));
        }
    }

    private void print(ServiceFacts facts) {
        output().out().println(output().paint(Style.bold, output().text("facts.title", facts.name())));
        for (ServiceFact fact : facts.facts()) {
            output().out().println();
            output().out().println(output().paint(Style.bold, fact.pointer()) + "  " + fact.name());
            output().out().println("  " + fact.meaning());
            output().out().println("  " + output().text("facts.values", values(fact)));
            print(
                    "facts.absent",
                    fact.absent().stream().map(FactAbsence::message).toList());
            print("facts.uses", fact.uses().stream().map(this::use).toList());
        }
    }

    private void print(String title, List<String> lines) {
        boolean one = lines.size() == 1;
        String first = output().text(title, one ? lines.get(0) : "");
        output().out().println("  " + first.stripTrailing());
        if (!one) {
            lines.forEach(line -> output().out().println("    " + line));
        }
    }

    private String values(ServiceFact fact) {
        List<String> codes = fact.codes().stream()
                .map(code -> punctuation().beside(code.id(), code.name()))
                .toList();
        if (!codes.isEmpty()) {
            return output().list(codes);
        }
        return fact.codeList() == null
                ? output().text("facts.type." + fact.type())
                : output().text("facts.list", "quanyi codes " + programme + " " + fact.codeList());
    }

    private String use(FactUse use) {
        return use.rule() == null
                ? use.message()
                : punctuation().beside(use.rule() + " " + use.message(), output().list(use.clauses()));
    }

    private Punctuation punctuation() {
        return Punctuation.of(output().language());
    }
}
