package io.quanyi.workshop.publish;

import io.quanyi.workshop.publish.RemoteService.NoReply;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a running service withdraw or postpone a release that is still to come. */
@Command(name = "withdraw")
public final class WithdrawCommand extends ServiceCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(paramLabel = "RELEASE", descriptionKey = "quanyi.withdraw.release")
    private int release;

    @Option(names = "--until", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime until;

    @Override
    int send(RemoteService service, ServiceAddress address, PublishPrinter printer) throws NoReply {
        Map<String, Object> postponed = until == null ? Map.of() : Map.of("until", until);
        PublishBody body = PublishBody.ofJson(meta(Map.of("release", release), postponed));
        return send(
                body,
                address.releases(programme),
                address.withdrawals(programme),
                service,
                printer,
                printer::published);
    }
}
