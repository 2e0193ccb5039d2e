package io.quanyi.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every refusal of the rule language, each by a file in {@code refusals}. The first line of such a file names the file that it
 * stands for, the next ones the faults that it must be refused by: all of them, and no others.
 */
class RefusalTests {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "quanyi", "policy");
    private static final Path CHARACTERS =
            Path.of("src", "main", "java", "io", "quanyi", "source", "DeceptiveCharacters.java");
    private static final Pattern WORD = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** Refusals that a file of the folder cannot show, because they are about its bytes; tests of their own show them. */
    private static final Set<String> ABOUT_BYTES = Set.of("file-too-long");

    /** Refusals of a list of shared files, which {@link SharedPolicyTests} shows. */
    private static final Set<String> ABOUT_SHARING = Set.of("shared-prefix", "shared-with-itself");

    /** Refusals of what only very many rules do; a test of its own writes them. */
    private static final Set<String> ABOUT_MANY_RULES = Set.of("open-outcomes-too-many");

    /** Refusals of times, which their own types raise. */
    private static final Set<String> ABOUT_TIMES =
            Set.of("target-not-positive", "target-too-fine", "window-without-clock");

    record Refused(String name, SourceFile file, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Refused> refusals() throws IOException {
        Path folder = Path.of(
                requireNonNull(RefusalTests.class.getResource("refusals")).getPath());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(RefusalTests::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aFileIsRefusedForItsReasonsAtTheirPlaces(Refused refused) {
        assertThat(DemoPolicy.faults(refused.file()).stream().map(DemoPolicy::brief))
                .as(refused.name())
                .containsExactlyElementsOf(refused.expected());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aFaultSaysInBothLanguagesWhereItIsAndWhatToWrite(Refused refused) {
        for (Fault fault : DemoPolicy.faults(refused.file())) {
            for (Language language : Language.values()) {
                String message = fault.message(language);
                assertThat(message).isNotBlank().doesNotContainPattern(PLACE);
                assertThat(fault.describe(language))
                        .isEqualTo(fault.position() + ": " + message)
                        .startsWith(refused.file().path());
            }
            assertThat(fault.message(Language.CHINESE)).matches("(?s).*\\p{IsHan}.*");
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalOfWhatDrlAllowsGivesTheAllowedWayAfterTheReason(Refused refused) {
        DemoPolicy.faults(refused.file()).stream()
                .filter(fault -> fault.code().startsWith("refused-"))
                .filter(fault -> !fault.code().equals("refused-binding-in-not"))
                .forEach(fault -> {
                    assertThat(fault.message(Language.ENGLISH))
                            .containsPattern("[:;] .+|, not |; only |\\) and nothing");
                    assertThat(fault.message(Language.CHINESE)).containsPattern("[：；，。].+");
                });
    }

    @Test
    void everyFaultThatTheLanguageRaisesHasAFileThatRaisesIt() throws IOException {
        Set<String> shown = refusals()
                .flatMap(refused -> refused.expected().stream())
                .map(expected -> expected.substring(expected.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        shown.addAll(ABOUT_BYTES);
        shown.addAll(ABOUT_SHARING);
        shown.addAll(ABOUT_MANY_RULES);
        assertThat(shown).containsAll(ABOUT_TIMES);
        shown.removeAll(ABOUT_TIMES);
        assertThat(shown).containsExactlyElementsOf(raised());
    }

    @Test
    void aFileIsNamedByItsFirstFault() throws IOException {
        assertThat(refusals().filter(refused -> !refused.name().startsWith("several")))
                .allSatisfy(refused -> assertThat(refused.expected().get(0))
                        .endsWith(" " + refused.name().replaceFirst("\\..*", "")));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        byte[] latin = "// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(DemoPolicy.faults(DemoPolicy.file("advice.drl", latin)).stream()
                        .map(DemoPolicy::brief))
                .containsExactly("1:7 not-utf8");
    }

    @Test
    void aFileThatIsTooLongIsRefusedUnread() {
        String text = DemoPolicy.text("advice.drl", "// \\ ".repeat(1 << 16));
        assertThat(DemoPolicy.faults(DemoPolicy.file("advice.drl", text)).stream()
                        .map(DemoPolicy::brief))
                .containsExactly("0:0 file-too-long");
    }

    @Test
    void aFileOfTooManyRulesIsRefused() {
        String[] rules = new String[501];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = DemoPolicy.grant("A-" + i, "Question(service == \"advice\")");
        }
        assertThat(DemoPolicy.faults(DemoPolicy.rules("advice.drl", rules)).stream()
                        .map(DemoPolicy::brief))
                .containsExactly("0:0 too-many");
    }

    /** 49 quotas and what is known are 50 backgrounds, and as many drafts beside each: 2,500. */
    @Test
    void differentQuotasOnAbsentFactsAreRefusedFromTheFirstThatIsTooMany() {
        SourceFile many = quotas(60);

        assertThat(DemoPolicy.faults(quotas(49))).isEmpty();
        assertThat(DemoPolicy.faults(many)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("open-outcomes-too-many");
            assertThat(fault.arguments()).containsExactly("A-49", "advice", "2601", "2500");
            assertThat(fault.position().line()).isEqualTo(6 + 49 * 8);
            assertThat(fault.message(Language.ENGLISH)).contains("A-49", "advice", "2601", "2500", "fewer");
            assertThat(fault.message(Language.CHINESE)).contains("A-49", "advice", "2601", "2500", "请减少");
        });
    }

    @Test
    void equalOutcomesOnAbsentFactsAreNotTooMany() {
        String[] rules = new String[500];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = DemoPolicy.grant("A-" + i, "Question(service == \"advice\", leadDays > " + i + ")");
        }
        assertThat(DemoPolicy.faults(DemoPolicy.rules("advice.drl", rules))).isEmpty();
    }

    private static SourceFile quotas(int count) {
        String[] rules = new String[count];
        for (int i = 0; i < count; i++) {
            rules[i] = DemoPolicy.rule(
                    "A-" + i,
                    "Question(service == \"advice\", leadDays == " + i + ")",
                    "insert(new Quota(" + (i + 1) + ", \"time\", \"contract\"));");
        }
        return DemoPolicy.rules("advice.drl", rules);
    }

    @Test
    void theFaultsOfAllFilesAreReportedAtOnceInOrderAndEachOnce() {
        SourceFile repair = DemoPolicy.rules("repair.drl", DemoPolicy.grant("R-1", "Question(service == \"repairs\")"));
        SourceFile advice = DemoPolicy.rules(
                "advice.drl",
                DemoPolicy.grant("A-1", "Question(service == \"advice\") Plan(name == \"x\")"),
                DemoPolicy.grant("A-2", "Question(service == \"advice\", topic == \"none\")"));
        SourceFile report = DemoPolicy.rules("report.drl", DemoPolicy.grant("R-1", "Question(service == \"report\")"));
        List<Fault> faults = DemoPolicy.faults(repair, report, advice, advice);
        assertThat(faults).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
        assertThat(faults.stream().map(fault -> fault.position().file() + " " + DemoPolicy.brief(fault)))
                .containsExactly(
                        "demo/policy/1/advice.drl 9:40 unknown-field",
                        "demo/policy/1/advice.drl 17:44 unknown-id",
                        "demo/policy/1/repair.drl 9:25 unknown-id");
    }

    @Test
    void anIdThatTwoFilesUseIsReportedWithItsFirstPlace() {
        SourceFile advice = DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", "Question(service == \"advice\")"));
        SourceFile report = DemoPolicy.rules("report.drl", DemoPolicy.grant("A-1", "Question(service == \"report\")"));
        List<Fault> faults = DemoPolicy.faults(advice, report);
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("rule-id-repeated");
            assertThat(fault.arguments()).containsExactly("A-1", "demo/policy/1/advice.drl:6:1");
        });
    }

    @Test
    void onlyRuleFilesAreRead() {
        assertThat(DemoPolicy.faults(
                        DemoPolicy.file("kmodule.xml", "<kmodule/>"), DemoPolicy.file("Evil.java", "class Evil {}")))
                .isEmpty();
    }

    /** All words in the sources that are codes of faults. */
    private static Set<String> raised() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(CHARACTERS))
                    .flatMap(RefusalTests::words)
                    .filter(word -> Texts.has(Language.ENGLISH, "fault." + word))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> words(Path source) {
        try {
            return WORD.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refused read(Path path) {
        try {
            String text = Files.readString(path);
            List<String> head = text.lines()
                    .takeWhile(line -> line.startsWith("// "))
                    .map(line -> line.substring(3))
                    .toList();
            String name = String.valueOf(path.getFileName());
            return new Refused(
                    name.substring(0, name.length() - ".drl".length()),
                    DemoPolicy.file(head.get(0), text),
                    head.subList(1, head.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
