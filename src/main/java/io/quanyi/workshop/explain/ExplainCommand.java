package io.quanyi.workshop.explain;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.explain.CustomerExplanation;
import io.quanyi.source.Fault;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains why a request is answered as it is; of several subscriptions, for each by itself, the strongest answer first. */
@Command(name = "explain")
public final class ExplainCommand extends WorkshopCommand {

    /** The first and last year that a request may name. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2199;

    @Parameters(paramLabel = "FILE", descriptionKey = "request")
    private String file = "";

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime at;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        CustomerRequest request = RequestFile.read(file, output());
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), request.programme());
        Instant asked = asked(request);
        ReleaseSelector.Selected selected = releases.load(named(request, releases));
        show(
                CustomerExplanation.of(request.each(asked), selected.release(), asked, output().language()),
                new ExplanationTexts(output(), selected.draft()));
        return 0;
    }

    private void show(CustomerExplanation explained, ExplanationTexts texts) throws IOException {
        if (html != null) {
            new ExplanationPage(output(), texts).write(html, explained.explanations());
        }
        if (output().isJson()) {
            output().json(explained);
        } else {
            explained.explanations().forEach(new ExplanationPrinter(output(), texts)::print);
        }
    }

    /** The instant of the request, else that of the option. The clock is not used, so that a call gives the same result on any day. */
    private Instant asked(CustomerRequest request) {
        OffsetDateTime own = request.question().at();
        OffsetDateTime named = own == null ? at : own;
        if (named == null) {
            throw output().wrong(output().text("explain.no-instant"));
        }
        if (named.getYear() < FIRST_YEAR || named.getYear() > LAST_YEAR) {
            throw output().wrong(Fault.at("", "not-an-instant", named).message(output().language()));
        }
        return named.toInstant();
    }

    private String named(CustomerRequest request, ReleaseSelector releases) {
        if (release != null) {
            return release;
        }
        return request.release() == null ? releases.latest() : String.valueOf(request.release());
    }
}
