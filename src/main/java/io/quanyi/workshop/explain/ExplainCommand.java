package io.quanyi.workshop.explain;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.explain.DecisionExplainer;
import io.quanyi.explain.ExplanationReport;
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

/** Explains why a request is answered as it is. */
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
        DecisionRequest request = RequestFile.read(file, output());
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), request.programme());
        Instant asked = asked(request);
        ReleaseSelector.Selected selected = releases.load(named(request, releases));
        ExplanationReport report = DecisionExplainer.of(request, selected.release(), asked, output().language());
        ExplanationTexts texts = new ExplanationTexts(output(), selected.draft());
        if (html != null) {
            new ExplanationPage(output(), texts).write(html, report);
        }
        if (output().isJson()) {
            output().json(report);
        } else {
            new ExplanationPrinter(output(), texts).print(report);
        }
        return 0;
    }

    /** The instant of the request, else that of the option. The clock is not used, so that a call gives the same result on any day. */
    private Instant asked(DecisionRequest request) {
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

    private String named(DecisionRequest request, ReleaseSelector releases) {
        if (release != null) {
            return release;
        }
        return request.release() == null ? releases.latest() : String.valueOf(request.release());
    }
}
