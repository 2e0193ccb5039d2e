package io.quanyi.workshop.publish;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.text.BilingualText;
import io.quanyi.workshop.command.NoteOptions;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that has a running service publish something. */
abstract class ServiceCommand extends WorkshopCommand {

    private static final String KEY = "QUANYI_KEY";

    /** With it, a service knows a publication that it has, also in a dry run. */
    private static final String RETRY_KEY = "Idempotency-Key";

    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** The longest wait for an answer: the service compiles, checks and compares a draft before it answers. */
    private static final Duration PUBLISHING = Duration.ofMinutes(5);

    @Option(names = "--to", required = true, paramLabel = "URL", descriptionKey = "to")
    private String to = "";

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "key-file")
    private @Nullable Path keyFile;

    @Mixin
    private final NoteOptions note = new NoteOptions();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--accept-uncompared", descriptionKey = "accept-uncompared-in-ledger")
    private boolean acceptUncompared;

    @Option(names = "--later-releases", paramLabel = "carry|keep", descriptionKey = "later-releases")
    private @Nullable String laterReleases;

    @Option(names = "--replica", paramLabel = "URL", descriptionKey = "replica")
    private List<String> replicas = List.of();

    @Option(names = "--insecure", descriptionKey = "insecure")
    private boolean insecure;

    @Override
    public Integer call() throws IOException {
        if (laterReleases != null && !laterReleases.matches(Later.WORDS)) {
            throw output().wrong(output().text("publish.later-releases", laterReleases));
        }
        ServiceAddress address = ServiceAddress.of(to, insecure, output());
        RemoteService service = new RemoteService(key(), output().language().tag());
        PublishPrinter printer = new PublishPrinter(rules(), output(), address);
        try {
            return send(service, address, printer);
        } catch (NoReply e) {
            printer.noReply(e);
            return WorkshopCommand.FAULTY;
        }
    }

    /** Sends the publication, and returns the exit status. */
    abstract int send(RemoteService service, ServiceAddress address, PublishPrinter printer) throws NoReply;

    boolean acceptsUncompared() {
        return acceptUncompared;
    }

    boolean saysLaterReleases() {
        return laterReleases != null;
    }

    /**
     * Sends a body, once every replica that was named has tried it and would take it.
     *
     * @param seen the address whose entity tag names the state that was seen
     */
    int send(
            PublishBody body,
            URI seen,
            URI publication,
            RemoteService service,
            PublishPrinter printer,
            ToIntFunction<Reply> success)
            throws NoReply {
        for (String replica : replicas) {
            if (!isTaken(body, publication, ServiceAddress.of(replica, insecure, output()), service)) {
                return FAULTY;
            }
        }
        HttpRequest.Builder request = post(body, dryRun ? ServiceAddress.dryRun(publication) : publication);
        if (!dryRun) {
            Reply present = service.get(seen, LOOKING);
            if (present.status() != 200) {
                return printer.refused(present);
            }
            request.header("If-Match", present.header("ETag")).header(RETRY_KEY, body.key());
        }
        Reply reply = service.post(request, PUBLISHING);
        return reply.status() == (dryRun ? 200 : 201) ? success.applyAsInt(reply) : printer.refused(reply);
    }

    /** Whether a replica would take a publication. An older one refuses the words of rules that it does not know. */
    private boolean isTaken(PublishBody body, URI publication, ServiceAddress replica, RemoteService service) {
        PublishPrinter printer = new PublishPrinter(rules(), output(), replica);
        try {
            HttpRequest.Builder trial = post(body, ServiceAddress.dryRun(replica.like(publication)));
            Reply tried = service.post(trial.header(RETRY_KEY, body.key()), PUBLISHING);
            if (tried.status() == 200 || tried.status() == 201) {
                return true;
            }
            output().err().println(output().text("publish.replica-refuses", replica.base()));
            printer.refused(tried);
        } catch (NoReply e) {
            printer.noReply(e);
        }
        return false;
    }

    private static HttpRequest.Builder post(PublishBody body, URI address) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", body.type())
                .POST(BodyPublishers.ofByteArray(body.bytes()));
    }

    /** The description of a publication as JSON. Its members have a fixed order, so that equal calls have equal bytes. */
    String meta(Map<String, ?> before, Map<String, ?> after) {
        BilingualText said = note.note(output());
        Map<String, Object> inOrder = new LinkedHashMap<>();
        said.languages().forEach(language -> inOrder.put(language.tag(), said.in(language)));
        Map<String, Object> meta = new LinkedHashMap<>(before);
        meta.put("note", inOrder);
        if (acceptUncompared) {
            meta.put("accept", List.of(LedgerEntry.NOT_COMPARED));
        }
        if (laterReleases != null) {
            meta.put("laterReleases", laterReleases);
        }
        meta.putAll(after);
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
