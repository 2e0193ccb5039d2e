package io.quanyi.workshop;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.explain.DecisionExplainer;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.source.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why is a request answered as it is? */
@Command(name = "explain")
final class ExplainCommand extends WorkshopCommand {

    /** The years that a request may name. */
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
        DecisionRequest request = RequestFile.read(file, voice());
        Versions versions = new Versions(rules().tree(), voice(), request.programme());
        Instant asked = asked(request);
        Versions.Chosen chosen = versions.load(named(request, versions));
        ExplanationReport report = DecisionExplainer.of(request, chosen.release(), asked, voice().language());
        ExplainWords words = new ExplainWords(voice(), chosen.draft());
        if (html != null) {
            new ExplainPage(voice(), words).write(html, report);
        }
        if (voice().isJson()) {
            voice().json(report);
        } else {
            new ExplainPrinter(voice(), words).print(report);
        }
        return 0;
    }

    /** The machine's clock has no say: the same call explains the same on any day. */
    private Instant asked(DecisionRequest request) {
        OffsetDateTime own = request.question().at();
        OffsetDateTime named = own == null ? at : own;
        if (named == null) {
            throw voice().wrong(voice().text("explain.no-instant"));
        }
        if (named.getYear() < FIRST_YEAR || named.getYear() > LAST_YEAR) {
            throw voice().wrong(Fault.at("", "not-an-instant", named).message(voice().language()));
        }
        return named.toInstant();
    }

    private String named(DecisionRequest request, Versions versions) {
        if (release != null) {
            return release;
        }
        return request.release() == null ? versions.latest() : String.valueOf(request.release());
    }
}
