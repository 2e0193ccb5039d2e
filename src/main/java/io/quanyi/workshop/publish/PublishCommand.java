package io.quanyi.workshop.publish;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.CalendarVersions;
import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Language;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.publish.RemoteService.NoReply;
import io.quanyi.workshop.publish.RemoteService.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the draft of a programme, or new calendars for all programmes, to a running service. */
@Command(name = "publish")
public final class PublishCommand extends WorkshopCommand {

    private static final String KEY = "QUANYI_KEY";
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** The longest wait for an answer: the service compiles, checks and compares a draft before it answers. */
    private static final Duration PUBLISHING = Duration.ofMinutes(5);

    @Parameters(paramLabel = "PROGRAMME", arity = "0..1", descriptionKey = "programme")
    private @Nullable String programme;

    @Option(names = "--calendars")
    private boolean calendars;

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
        if (calendars == (programme != null)) {
            throw output().wrong(output().text("publish.one-of"));
        }
        ServiceAddress address = ServiceAddress.of(to, insecure, output());
        RemoteService service = new RemoteService(key(), output().language().tag());
        PublishPrinter printer = new PublishPrinter(rules(), output(), address);
        try {
            return programme == null
                    ? sendCalendars(service, address, printer)
                    : sendDraft(programme, service, address, printer);
        } catch (NoReply e) {
            printer.noReply(e);
            return WorkshopCommand.FAULTY;
        }
    }

    private int sendDraft(String id, RemoteService service, ServiceAddress address, PublishPrinter printer)
            throws NoReply {
        ReleaseId draft = new ReleaseSelector(rules().tree(), output(), id)
                .draft()
                .orElseThrow(() -> output().wrong(output().text("no-draft", id)));
        check(List.of(id));
        PublishBody body = PublishBody.of(rules().tree(), draft, meta(versions(draft)));
        return send(body, address.releases(id), service, printer, printer::published);
    }

    /** Sends the newest calendars, which no ledger of the folder names. */
    private int sendCalendars(RemoteService service, ServiceAddress address, PublishPrinter printer) throws NoReply {
        List<String> unnamed = CalendarVersions.unnamed(rules().tree());
        if (unnamed.isEmpty()) {
            throw output().wrong(output().text("publish.no-calendars"));
        }
        String version = unnamed.get(unnamed.size() - 1);
        check(List.of());
        PublishBody body = PublishBody.ofCalendars(rules().tree(), version, meta(Map.of("calendars", version)));
        return send(body, address.calendars(), service, printer, printer::calendars);
    }

    private void check(List<String> programmes) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            CheckSummary.of(
                    rules().tree(), programmes, CheckSummary.Depth.CASES, acceptUncompared, output().now(), progress);
        }
    }

    private int send(
            PublishBody body,
            URI publication,
            RemoteService service,
            PublishPrinter printer,
            ToIntFunction<Reply> success)
            throws NoReply {
        HttpRequest.Builder request = HttpRequest.newBuilder(dryRun ? ServiceAddress.dryRun(publication) : publication)
                .header("Content-Type", body.type())
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (!dryRun) {
            Reply seen = service.get(publication, LOOKING);
            if (seen.status() != 200) {
                return printer.refused(seen);
            }
            request.header("If-Match", seen.header("ETag")).header("Idempotency-Key", body.key());
        }
        Reply reply = service.post(request, PUBLISHING);
        return reply.status() == (dryRun ? 200 : 201) ? success.applyAsInt(reply) : printer.refused(reply);
    }

    private static Map<String, String> versions(ReleaseId draft) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("policy", draft.policy());
        versions.put("catalogue", draft.catalogue());
        versions.put("calendars", draft.calendars());
        return versions;
    }

    /** The description of a publication as JSON. Its members have a fixed order, so that equal calls have equal bytes. */
    private String meta(Map<String, String> versions) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put(Language.CHINESE.tag(), noteInChinese);
        note.put(Language.ENGLISH.tag(), noteInEnglish);
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
