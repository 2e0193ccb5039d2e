package io.quanyi.workshop.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Selected;
import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Target;
import io.quanyi.servicetime.Window;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.workshop.index.FileTables.RulesFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the reference lists exactly the elements of rules and of their files, in both languages. */
class ReferencePageTests {

    private static final Pattern BOUND = Pattern.compile("bind\\(\\w+, (\\w+)\\.class\\)");

    @ParameterizedTest
    @EnumSource
    void everyMemberOfTheRequestAndTheAnswerOfACaseIsListed(Language language) {
        String page = page(language);
        for (String part : List.of("subscription", "question")) {
            String table = section(page, "`" + part + "`");
            CaseTables.asked(part).forEach(member -> assertThat(table).contains("| `" + member.path() + "` | "));
        }
        String answer = section(page, "`expect`");
        CaseTables.answered().forEach(member -> assertThat(answer).contains("| `" + member.path() + "` | "));
        assertThat(answer).contains("| `response.dueAt` | ", "| `route.channels[].id` | ", "| `release.number` | ");
    }

    @ParameterizedTest
    @EnumSource
    void everyMemberOfEveryFileIsListedWithItsTypeNeedMeaningAndRange(Language language) {
        String page = page(language);
        ReferenceTexts texts = new ReferenceTexts(language);
        for (RulesFile file : FileTables.files()) {
            String table = section(page, "`" + file.path() + "`");
            file.members()
                    .forEach(member -> assertThat(table)
                            .containsPattern(Pattern.quote("| `" + member.path() + "` | ") + "[^|]+"
                                    + (member.required()
                                            ? Pattern.quote("| " + texts.of("required") + " |")
                                            : "\\| [^|]+ \\|")
                                    + Pattern.quote(" " + texts.of(file.code(member)) + " |")));
        }
    }

    @Test
    void typesNeedsAndRangesAreReadFromTheRecords() {
        assertThat(page(Language.ENGLISH))
                .contains(
                        "| `id` | text | required | The id of the programme; the folder is called the same | letters, digits, and single hyphens between them |",
                        "| `authority` | text | required | ",
                        " | `official`, `indicative` |",
                        "| `source.language` | text | optional; without it: `zh-CN` | ",
                        "| `products` | list of: members of its own, see below | required | The products, in the order in which they are shown | at most 2000 entries |",
                        "| `clauses[].quote` | text | required | Its words, short, as printed | at most 1000 characters |",
                        "| `releases[].number` | whole number | required | The number of the release, counted without gaps | from 1 |",
                        "| `holidays[].statutory` | list of: date, such as 2026-01-31 | optional; without it: they are not recorded | ");
    }

    @Test
    void everyFileThatIsReadIntoARecordIsListed() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String folder : List.of("catalogue", "catalogue/calendar", "checks", "policy", "release")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/io/quanyi", folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    BOUND.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> read.add(file + " " + found.group(1)));
                }
            }
        }
        // One for each kind: the catalogue, calendars, clauses, readings, cases, shared rules, the programme, the
        // ledger
        assertThat(read).hasSameSizeAs(FileTables.files());
    }

    @ParameterizedTest
    @EnumSource
    void everyFactAndFieldIsListedWithItsValuesAndWhatItsAbsenceMeans(Language language) {
        String page = page(language);
        ReferenceTexts texts = new ReferenceTexts(language);
        ComponentValues.leaves(Fact.class).forEach(fact -> {
            String section = section(page, "`" + fact.getSimpleName() + "`");
            boolean selects = fact.isAnnotationPresent(Selected.class);
            for (var field : fact.getRecordComponents()) {
                Absent absent = field.getAnnotation(Absent.class);
                assertThat(section)
                        .contains("| `" + (selects ? Selected.VALUE : field.getName()) + "` | ")
                        .contains(ComponentValues.values(texts, field))
                        .contains(
                                fact == Measure.class
                                        ? "`/subscription/measures/*`"
                                        : absent == null ? texts.of("absent.never") : "`" + absent.pointer() + "`");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeAndArgumentIsListedWithAnExample(Language language) {
        String page = page(language);
        ReferenceTexts texts = new ReferenceTexts(language);
        ComponentValues.leaves(Outcome.class).forEach(outcome -> {
            String section = section(page, "`new " + outcome.getSimpleName() + "(…)`");
            assertThat(section).contains("- `insert(new " + outcome.getSimpleName() + "(");
            for (var argument : outcome.getRecordComponents()) {
                assertThat(section)
                        .contains("| `" + argument.getName() + "` | ")
                        .contains(ComponentValues.values(texts, argument));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyValueThatIsFixedIsListedWithWhatItIsCalled(Language language) {
        String page = page(language);
        for (Domain domain : Domain.values()) {
            if (ComponentValues.isListed(domain)) {
                String section = section(page, "<a id=\"" + ComponentValues.anchor(domain) + "\"></a>");
                Objects.requireNonNull(domain.fixed())
                        .forEach(value -> assertThat(section).containsPattern("\\| `" + value + "` \\| [^|]+ \\|"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyGroundHasItsRank(Language language) {
        String page = page(language);
        List<ReasonCode.Kind> kinds = List.of(ReasonCode.Kind.values());
        for (ReasonCode ground : ReasonCode.builtIn()) {
            assertThat(page)
                    .containsPattern(
                            "\\| " + (kinds.indexOf(ground.kind()) + 1) + " \\| .*`" + ground.code() + "`.*\\|");
        }
    }

    @Test
    void whatAbsenceMeansIsSaidOfEachField() {
        assertThat(page(Language.ENGLISH))
                .contains(
                        "asked for, if the decision depends on it: `/subscription/contract/amount` |",
                        "taken as met, with the condition `assumed-region-covered`: `/subscription/usageRegion` |",
                        "| `quantity` | whole number | 0 to 100000 | How many are wanted; 1 where the request does not say | always known |");
    }

    @Test
    void theExampleOfTimesIsTrue() {
        List<Session> day = List.of(Session.parse("08:30-12:00"), Session.parse("13:00-17:30"));
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(weekday -> week.put(weekday, day));
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Schedule desk = new Schedule(new Window("5x8", zone, week, false), null);
        Instant friday = Instant.parse("2026-11-20T08:00:00Z");
        assertThat(page(Language.ENGLISH))
                .contains("`hours(4)` is due at 20:00 on the same day, `workingHours(4)` at 11:00 on Monday,")
                .contains("`workingDays(1)` at 16:00 on Monday.");
        assertThat(Schedule.elapsed((Target.Elapsed) Target.hours(4), friday, zone))
                .returns(LocalDateTime.parse("2026-11-20T20:00"), ReferencePageTests::due);
        assertThat(desk.deadline(Target.workingHours(4), friday))
                .returns(LocalDateTime.parse("2026-11-23T11:00"), ReferencePageTests::due);
        assertThat(desk.deadline(Target.workingDays(1), friday))
                .returns(LocalDateTime.parse("2026-11-23T16:00"), ReferencePageTests::due);
    }

    @Test
    void noTextIsOfAWordThatThereIsNot() {
        Set<String> words = Stream.of(
                        FileTables.files().stream()
                                .flatMap(file -> file.members().stream().map(file::code)),
                        fields(Fact.class, "fact."),
                        fields(Outcome.class, "outcome."))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> said = Texts.codes(Language.ENGLISH).stream()
                .filter(code -> code.matches("reference\\.(file|fact|outcome)\\.[^.]+\\..+"))
                .filter(code -> !code.matches("reference\\.\\w+\\.[^.]+\\.about")
                        && !code.startsWith("reference.outcome.kind."))
                .map(code -> code.replaceFirst("^reference\\.", "").replaceFirst("\\.without$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkWithinThePageLeadsSomewhere(Language language) {
        String page = page(language);
        Pattern.compile("\\]\\(#([^)]+)\\)")
                .matcher(page)
                .results()
                .forEach(link -> assertThat(page).contains("<a id=\"" + link.group(1) + "\"></a>"));
    }

    private static LocalDateTime due(Deadline deadline) {
        return Objects.requireNonNull(deadline.dueAt()).toLocalDateTime();
    }

    private static Stream<String> fields(Class<?> type, String prefix) {
        return ComponentValues.leaves(type)
                .flatMap(leaf -> Stream.concat(
                                selection(leaf),
                                Arrays.stream(leaf.getRecordComponents())
                                        .filter(component -> component.getType() != Map.class)
                                        .map(RecordComponent::getName))
                        .map(name -> prefix + leaf.getSimpleName() + "." + name));
    }

    private static Stream<String> selection(Class<?> fact) {
        Selected selected = fact.getAnnotation(Selected.class);
        return selected == null ? Stream.of() : Stream.of(selected.by(), Selected.VALUE);
    }

    private static String section(String page, String heading) {
        int start = page.indexOf("\n### " + heading);
        assertThat(start).as(heading).isPositive();
        int end = page.indexOf("\n##", start + 4);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String page(Language language) {
        return ReferencePage.in(
                language,
                new OutcomeExamples(IndexedProgramme.all(TinyRules.draft().tree()).stream()
                        .map(IndexedProgramme::release)
                        .toList()));
    }
}
