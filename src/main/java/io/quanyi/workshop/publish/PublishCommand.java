package io.quanyi.workshop.publish;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Language;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.publish.RemoteService.NoReply;
import io.quanyi.workshop.publish.RemoteService.Reply;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the draft of a programme to a running service. */
@Command(name = "publish")
public final class PublishCommand extends WorkshopCommand {

    private static final String KEY = "QUANYI_KEY";
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** The longest wait for an answer: the service compiles, checks and compares a draft before it answers. */
    private static final Duration PUBLISHING = Duration.ofMinutes(5);

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--to", required = true, paramLabel = "URL")
    private String to = "";

    @Option(names = "--key-file", paramLabel = "FILE")
    private @Nullable Path keyFile;

    @Option(names = "--effective-from", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime effectiveFrom;

    @Option(names = "--note-zh", required = true, paramLabel = "TEXT")
    private String noteInChinese = "";

    @Option(names = "--note-en", required = true, paramLabel = "TEXT")
    private String noteInEnglish = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--accept-uncompared", descriptionKey = "accept-uncompared-in-ledger")
    private boolean acceptUncompared;

    @Option(names = "--insecure")
    private boolean insecure;

    @Override
    public Integer call() throws IOException {
        ServiceAddress address = ServiceAddress.of(to, insecure, output());
        RemoteService service = new RemoteService(key(), output().language().tag());
        ReleaseId draft = new ReleaseSelector(rules().tree(), output(), programme)
                .draft()
                .orElseThrow(() -> output().wrong(output().text("no-draft", programme)));
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            CheckSummary.of(rules().tree(), List.of(programme), CheckSummary.Depth.CASES, acceptUncompared, output().now(), progress);
        }
        PublishBody body = PublishBody.of(rules().tree(), draft, meta(draft));
        PublishPrinter printer = new PublishPrinter(rules(), output(), address);
        try {
            return send(body, service, address, printer);
        } catch (NoReply e) {
            printer.noReply(e);
            return WorkshopCommand.FAULTY;
        }
    }

    private int send(PublishBody body, RemoteService service, ServiceAddress address, PublishPrinter printer)
            throws NoReply {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        dryRun ? address.dryRun(programme) : address.releases(programme))
                .header("Content-Type", body.type())
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (!dryRun) {
            Reply ledger = service.get(address.releases(programme), LOOKING);
            if (ledger.status() != 200) {
                return printer.refused(ledger);
            }
            request.header("If-Match", ledger.header("ETag")).header("Idempotency-Key", body.key());
        }
        Reply reply = service.post(request, PUBLISHING);
        return reply.status() == (dryRun ? 200 : 201) ? printer.published(reply) : printer.refused(reply);
    }

    /** The description of the draft as JSON. Its members have a fixed order, so that equal calls have equal bytes. */
    private String meta(ReleaseId draft) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put(Language.CHINESE.tag(), noteInChinese);
        note.put(Language.ENGLISH.tag(), noteInEnglish);
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("policy", draft.policy());
        versions.put("catalogue", draft.catalogue());
        versions.put("calendars", draft.calendars());
        Map<String, Object> meta = new LinkedHashMap<>();
        if (effectiveFrom != null) {
            meta.put("effectiveFrom", effectiveFrom);
        }
        meta.put("note", note);
        if (acceptUncompared) {
            meta.put("accept", List.of(LedgerEntry.NOT_COMPARED));
        }
        meta.put("versions", versions);
        return output().line(meta);
    }

    private String key() throws IOException {
        if (keyFile != null && !Files.isRegularFile(keyFile)) {
            throw output().wrong(output().text("no-file", keyFile));
        }
        String key = keyFile == null ? System.getenv(KEY) : Files.readString(keyFile);
        if (key == null || key.isBlank()) {
            throw output().wrong(output().text("publish.no-key", KEY));
        }
        if (!key.strip().matches("[!-~]{1,200}")) {
            throw output().wrong(output().text("publish.key-form"));
        }
        return key.strip();
    }
}
