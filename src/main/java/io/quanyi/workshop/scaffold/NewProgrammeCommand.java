package io.quanyi.workshop.scaffold;

import io.quanyi.release.RulesTree;
import io.quanyi.text.Language;
import io.quanyi.text.ZoneNames;
import io.quanyi.workshop.command.CallLanguage;
import io.quanyi.workshop.command.MissingArgument;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Creates a programme: two plans, one service, rules on the plans, the service and the service period, and their cases. */
@Command(name = "programme")
final class NewProgrammeCommand extends ScaffoldCommand implements MissingArgument.Asking {

    private static final List<StatedName> PLANS = List.of(
            StatedName.unnamed("basic", "lower-plan", true), StatedName.unnamed("advanced", "higher-plan", false));

    private static final List<StatedName> SERVICES = List.of(StatedName.unnamed("support", "service", false));

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    private String programme = "";

    @Option(names = "--vendor", required = true, paramLabel = "NAME")
    private String vendor = "";

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Shanghai", converter = ZoneName.class)
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Option(names = "--document-language", paramLabel = "TAG", converter = CallLanguage.Tag.class)
    private @Nullable Language document;

    @Option(names = "--languages", paramLabel = "TAG", split = ",", converter = CallLanguage.Tag.class)
    private List<Language> languages = List.of(Language.values());

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    @Option(names = "--plans", paramLabel = "PLANS")
    private @Nullable String plans;

    @Option(names = "--services", paramLabel = "SERVICES")
    private @Nullable String services;

    @Option(names = "--without-period")
    private boolean withoutPeriod;

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) {
        requireFree(programme);
        List<String> calendars = RulesTree.calendars(edit.tree());
        if (calendars.isEmpty()) {
            throw output().wrong(output().text("new.no-calendars"));
        }
        String newest = calendars.get(calendars.size() - 1);
        Language written = documentLanguage();
        new ProgrammeTemplate(
                        programme,
                        vendor,
                        zone,
                        ZoneCalendar.of(edit.tree(), newest, zone),
                        written,
                        EnumSet.copyOf(languages),
                        Objects.requireNonNullElse(document, output().language()),
                        plans == null ? PLANS : entries("--plans", plans),
                        services == null ? SERVICES : entries("--services", services),
                        plans == null && services == null,
                        !withoutPeriod)
                .addTo(edit, version(policy, year(newest) + ".1"), version(catalogue, newest));
    }

    private List<StatedName> entries(String option, String written) {
        List<StatedName> entries = StatedName.list(written);
        if (entries == null) {
            throw output().wrong(output().text("new.entries", option, written));
        }
        entries.forEach(entry -> requireName(entry.id()));
        return entries;
    }

    /** The language of the document, which is one of those of the programme; Chinese if the call leaves it open. */
    private Language documentLanguage() {
        Language only = languages.size() == 1 ? languages.get(0) : Language.CHINESE;
        Language written = Objects.requireNonNullElse(document, only);
        if (!languages.contains(written)) {
            throw output().wrong(output().text("new.languages", written.tag(), only.tag()));
        }
        return written;
    }

    /** Refuses what cannot be the id of a new programme. */
    private void requireFree(String id) {
        requireName(id);
        if (!rules().tree().under(id + "/").isEmpty()) {
            throw output().wrong(output().text("new.programme-there", id));
        }
    }

    @Override
    public List<String> choices(ArgSpec argument) {
        return List.of();
    }

    @Override
    public void requireValue(ArgSpec argument, String value) {
        if (argument.isPositional()) {
            requireFree(value);
        }
    }

    private String version(@Nullable String named, String otherwise) {
        String version = Objects.requireNonNullElse(named, otherwise);
        EditableVersions.requireForm(version, output());
        return version;
    }

    private static String year(String version) {
        return version.split("-", 2)[0];
    }

    @Override
    protected String next() {
        return output().text("new.next.programme", programme);
    }

    /** Converts the name of a zone as the files of rules do. */
    static final class ZoneName implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String name) {
            try {
                return ZoneNames.zone(name);
            } catch (DateTimeException e) {
                throw new TypeConversionException("no such zone");
            }
        }
    }
}
