package io.quanyi.workshop;

import io.quanyi.decision.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Language;
import io.quanyi.workshop.RemoteService.NoReply;
import io.quanyi.workshop.RemoteService.Reply;
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
final class PublishCommand extends WorkshopCommand {

    private static final String KEY = "QUANYI_KEY";
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** The service compiles, checks and weighs what is sent before it answers. */
    private static final Duration PUBLISHING = Duration.ofMinutes(5);

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--to", required = true, paramLabel = "URL")
    private String to = "";

    @Option(names = "--key-file", paramLabel = "FILE")
    private @Nullable Path keyFile;

    @Option(names = "--effective-from", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime effectiveFrom;

    @Option(names = "--note-zh", required = true)
    private String noteInChinese = "";

    @Option(names = "--note-en", required = true)
    private String noteInEnglish = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--accept-uncompared", descriptionKey = "accept-uncompared-in-ledger")
    private boolean acceptUncompared;

    @Option(names = "--insecure")
    private boolean insecure;

    @Override
    public Integer call() throws IOException {
        ServiceAddress address = ServiceAddress.of(to, insecure, voice());
        RemoteService service = new RemoteService(key(), voice().language().tag());
        ReleaseId draft = new Versions(rules().tree(), voice(), programme)
                .draft()
                .orElseThrow(() -> voice().wrong(voice().text("no-draft", programme)));
        try (Progress progress = Progress.of(voice(), voice().text("progress.check"))) {
            Inspection.of(rules().tree(), List.of(programme), Inspection.Depth.CASES, acceptUncompared, progress);
        }
        Parcel parcel = Parcel.of(rules().tree(), draft, meta(draft));
        PublishPrinter printer = new PublishPrinter(rules(), voice(), address);
        try {
            return send(parcel, service, address, printer);
        } catch (NoReply e) {
            printer.noReply(e);
            return Quanyi.FAULTY;
        }
    }

    private int send(Parcel parcel, RemoteService service, ServiceAddress address, PublishPrinter printer)
            throws NoReply {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        dryRun ? address.dryRun(programme) : address.releases(programme))
                .header("Content-Type", parcel.type())
                .POST(BodyPublishers.ofByteArray(parcel.body()));
        if (!dryRun) {
            Reply ledger = service.get(address.releases(programme), LOOKING);
            if (ledger.status() != 200) {
                return printer.refused(ledger);
            }
            request.header("If-Match", ledger.header("ETag")).header("Idempotency-Key", parcel.key());
        }
        Reply reply = service.post(request, PUBLISHING);
        return reply.status() == (dryRun ? 200 : 201) ? printer.published(reply) : printer.refused(reply);
    }

    /** In an order of its own: the same is said in the same bytes. */
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
        return voice().line(meta);
    }

    private String key() throws IOException {
        if (keyFile != null && !Files.isRegularFile(keyFile)) {
            throw voice().wrong(voice().text("no-file", keyFile));
        }
        String key = keyFile == null ? System.getenv(KEY) : Files.readString(keyFile);
        if (key == null || key.isBlank()) {
            throw voice().wrong(voice().text("publish.no-key", KEY));
        }
        if (!key.strip().matches("[!-~]{1,200}")) {
            throw voice().wrong(voice().text("publish.key-form"));
        }
        return key.strip();
    }
}
