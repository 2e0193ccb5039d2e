package io.quanyi.workshop;

import io.quanyi.catalogue.CalendarReader;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a programme: two plans, one service, a rule about each of them and the service period, and their cases. */
@Command(
        name = "programme",
        description = {
            "Begins a programme with two plans and a service: everything that check asks for, to be filled in.",
            "It is a draft until it is sealed."
        })
final class NewProgramme extends ScaffoldCommand {

    @Parameters(paramLabel = "ID", description = "Its id, and its folder: small letters, digits and hyphens.")
    private String programme = "";

    @Option(names = "--vendor", required = true, paramLabel = "NAME", description = "Whose service scheme it is.")
    private String vendor = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "The zone of its dates and answers (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--policy",
            paramLabel = "VERSION",
            description = "What the version of the rules is called (default: the year of the newest calendars and .1).")
    private @Nullable String policy;

    @Option(
            names = "--catalogue",
            paramLabel = "VERSION",
            description = "What the version of the catalogue is called (default: as the newest calendars).")
    private @Nullable String catalogue;

    @Override
    String programme() {
        return programme;
    }

    @Override
    void draw(Sketch sketch) {
        refuseOtherThanName(programme);
        if (!sketch.tree().under(programme + "/").isEmpty()) {
            throw voice().wrong(voice().text("new.programme-there", programme));
        }
        List<String> calendars = RulesTree.calendars(sketch.tree());
        if (calendars.isEmpty()) {
            throw voice().wrong(voice().text("new.no-calendars"));
        }
        String newest = calendars.get(calendars.size() - 1);
        new ProgrammeDraft(programme, vendor, zone, calendar(sketch, newest))
                .draw(sketch, version(policy, year(newest) + ".1"), version(catalogue, newest));
    }

    private String version(@Nullable String named, String otherwise) {
        String version = Objects.requireNonNullElse(named, otherwise);
        Workbench.refuseForm(version, voice());
        return version;
    }

    private static String year(String version) {
        return version.split("-", 2)[0];
    }

    private static String calendar(Sketch sketch, String version) {
        Faults faults = new Faults();
        var calendars = CalendarReader.read(sketch.tree().under("calendars/" + version + "/"), faults);
        faults.throwIfAny();
        return calendars.keySet().iterator().next();
    }

    @Override
    String next() {
        return voice().text("new.next.programme", programme);
    }
}
