package io.quanyi.workshop.publish;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.CalendarVersions;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.publish.RemoteService.NoReply;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the draft of a programme, or new calendars for all programmes, to a running service. */
@Command(name = "publish")
public final class PublishCommand extends ServiceCommand {

    @Parameters(paramLabel = "PROGRAMME", arity = "0..1", descriptionKey = "programme")
    private @Nullable String programme;

    @Option(names = "--calendars")
    private boolean calendars;

    @Option(names = "--effective-from", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime effectiveFrom;

    @Override
    int send(RemoteService service, ServiceAddress address, PublishPrinter printer) throws NoReply {
        if (calendars == (programme != null)) {
            throw output().wrong(output().text("publish.one-of"));
        }
        return programme == null
                ? sendCalendars(service, address, printer)
                : sendDraft(programme, service, address, printer);
    }

    private int sendDraft(String id, RemoteService service, ServiceAddress address, PublishPrinter printer)
            throws NoReply {
        ReleaseId draft = new ReleaseSelector(rules().tree(), output(), id)
                .draft()
                .orElseThrow(() -> output().wrong(output().text("no-draft", id)));
        check(List.of(id));
        PublishBody body = PublishBody.of(rules().tree(), draft, meta(versions(draft)));
        URI releases = address.releases(id);
        return send(body, releases, releases, service, printer, printer::published);
    }

    /** Sends the newest calendars, which no ledger of the folder names. */
    private int sendCalendars(RemoteService service, ServiceAddress address, PublishPrinter printer) throws NoReply {
        if (saysLaterReleases()) {
            throw output().wrong(output().text("publish.calendars-later"));
        }
        List<String> unnamed = CalendarVersions.unnamed(rules().tree());
        if (unnamed.isEmpty()) {
            throw output().wrong(output().text("publish.no-calendars"));
        }
        String version = unnamed.get(unnamed.size() - 1);
        check(List.of());
        PublishBody body = PublishBody.ofCalendars(rules().tree(), version, meta(Map.of("calendars", version)));
        URI versions = address.calendars();
        return send(body, versions, versions, service, printer, printer::calendars);
    }

    private void check(List<String> programmes) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            CheckSummary.of(
                    rules().tree(),
                    programmes,
                    CheckSummary.Depth.CASES,
                    acceptsUncompared(),
                    output().now(),
                    progress);
        }
    }

    private static Map<String, String> versions(ReleaseId draft) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("policy", draft.policy());
        versions.put("catalogue", draft.catalogue());
        versions.put("calendars", draft.calendars());
        return versions;
    }

    private String meta(Map<String, String> versions) {
        Map<String, Object> from = effectiveFrom == null ? Map.of() : Map.of("effectiveFrom", effectiveFrom);
        return meta(from, Map.of("versions", versions));
    }
}
