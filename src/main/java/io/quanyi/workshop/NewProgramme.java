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
@Command(name = "programme")
final class NewProgramme extends ScaffoldCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    private String programme = "";

    @Option(names = "--vendor", required = true, paramLabel = "NAME")
    private String vendor = "";

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Shanghai")
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
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
        new ProgrammeDraft(programme, vendor, zone, calendar(sketch, newest), voice().language())
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
