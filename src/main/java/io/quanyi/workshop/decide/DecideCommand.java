package io.quanyi.workshop.decide;

import io.quanyi.source.Fault;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides each row of a file of requests by one release, and writes the answers in the order of the rows. */
@Command(name = "decide")
public final class DecideCommand extends WorkshopCommand {

    /** The first and last year that a request may name. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2199;

    private static final int MAX_THREADS = 256;

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "requests")
    private Path file = Path.of("");

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime at;

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path target;

    @Option(names = "--resume")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The numbers of rows, of decided and of refused ones, as JSON. */
    record Summary(long rows, long decided, long refused) {}

    @Override
    public Integer call() throws Exception {
        refuseWrongCall();
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ReleaseSelector.Selected selected = releases.load(release == null ? releases.latest() : release);
        Summary summary = decide(selected);
        print(summary);
        return summary.refused() == 0 ? 0 : FAULTY;
    }

    private void refuseWrongCall() {
        if (!Files.isRegularFile(file)) {
            throw output().wrong(output().text("no-file", file));
        }
        if (at != null && (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR)) {
            throw output().wrong(Fault.at("", "not-an-instant", at).message(output().language()));
        }
        if (target == null && resume) {
            throw output().wrong(output().text("decide.resume-what"));
        }
        if (target != null && !resume && Files.exists(target)) {
            throw output().wrong(output().text("decide.exists", target));
        }
    }

    private Summary decide(ReleaseSelector.Selected selected) throws Exception {
        String run = RowOutput.line(DecideRun.of(file, selected, at, output().language()));
        WrittenRows written = written(run);
        RowDecider decider = new RowDecider(selected, at, output().language());
        try (RequestRows rows = rows();
                RowOutput answers = opened(written, run);
                ProgressLine progress = ProgressLine.of(output(), output().text("progress.decide"))) {
            OrderedWork.run(
                    Math.max(1, Math.min(threads, MAX_THREADS)),
                    new RowBatches(rows, written == null ? 0 : written.last()),
                    batch -> AnsweredRows.of(batch, decider),
                    answered -> {
                        answers.write(answered);
                        progress.at(answers.decided() + answers.refused());
                    });
            return new Summary(answers.decided() + answers.refused(), answers.decided(), answers.refused());
        }
    }

    /** The rows that an earlier call has answered; null if there was none. */
    private @Nullable WrittenRows written(String run) throws IOException {
        Path begun = target;
        if (begun == null || !Files.exists(begun)) {
            return null;
        }
        return WrittenRows.of(begun, run).orElseThrow(() -> output().wrong(output().text("decide.other-run", begun)));
    }

    private RowOutput opened(@Nullable WrittenRows written, String run) throws IOException {
        if (target == null) {
            return RowOutput.to(output().out(), run);
        }
        return written == null ? RowOutput.to(target, run) : RowOutput.behind(written, target, run);
    }

    private RequestRows rows() throws IOException {
        String kind = file.toString().toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
        List<String> needed = at == null ? List.of("plan", "service", "at") : List.of("plan", "service");
        return switch (kind) {
            case "ndjson", "jsonl" -> new JsonRows(file);
            case "csv" -> new CsvRows(file, needed);
            case "xlsx" -> new WorkbookRows(file, needed);
            default -> throw output().wrong(output().text("decide.kind", file));
        };
    }

    /** Where the answers are on the standard output, the summary stands beside them and not among them. */
    private void print(Summary summary) {
        if (target != null && output().isJson()) {
            output().json(summary);
        } else {
            String text = output().text("decide.done", summary.rows(), summary.decided(), summary.refused());
            (target == null ? output().err() : output().out()).println(text);
        }
    }
}
