package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Written;
import io.quanyi.text.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with hostile YAML in every file that an author may write: it is refused soon, with a text. */
@Tag("slow")
@Timeout(120)
class HostileYamlTests {

    private static final SourceTree TREE = TinyRules.sealed().tree();

    private static final String SHARED = """
            from: other
            policy: 1
            files: []
            ids: {}
            clauses: {}
            """;

    private static final List<String> PLACES = List.of(
            "readings.yaml",
            "calendars/2026-01-01/cn/2026.yaml",
            "tiny/programme.yaml",
            "tiny/releases.yaml",
            "tiny/catalogue/2026-01-01.yaml",
            "tiny/policy/1/clauses.yaml",
            "tiny/policy/1/help.cases.yaml",
            "tiny/policy/1/shared.yaml");

    /** Prefixes of a sound file, each with the fault that it causes. */
    record Evil(String before, String fault) {
        @Override
        public String toString() {
            return before.substring(0, Math.min(before.length(), 30)).replaceAll("\\p{C}", "?");
        }
    }

    private static final List<Evil> EVIL = List.of(
            new Evil("x: &a [1]\n", "yaml-alias"),
            new Evil("x: *a\n", "yaml-alias"),
            new Evil(laughs(), "yaml-alias"),
            new Evil("<<: *a\n", "yaml-alias"),
            new Evil("<<: { id: x }\n", "unknown-member"),
            new Evil("x: !!java.net.URL [http://localhost]\n", "yaml-tag"),
            new Evil("x: !!python/object/apply:os.system [id]\n", "yaml-tag"),
            new Evil("x: !include /etc/passwd\n", "yaml-tag"),
            new Evil("x: !<tag:yaml.org,2002:javax.script.ScriptEngineManager> []\n", "yaml-tag"),
            new Evil("x: 1\nx: 2\n", "duplicate-member"),
            new Evil("x: 1\n\"\\x78\": 2\n", "duplicate-member"),
            new Evil("? [a, b]\n: 1\n", "yaml-key-no-text"),
            new Evil("a: 1\n---\n", "yaml-several-documents"),
            new Evil("%YAML 1.1\n---\n", "yaml-directive"),
            new Evil("%TAG ! tag:yaml.org,2002:\n---\n", "yaml-directive"),
            new Evil("%YAML 1.3\n---\n", "yaml-directive"),
            new Evil("# a comment\n%FOO bar\n---\n", "yaml-directive"),
            new Evil("# \u3164\n", "character-deceptive"),
            new Evil("\"x\\u3164\": 1\n", "character-deceptive"),
            new Evil("x: " + "[".repeat(100_000) + "\n", "yaml-syntax"),
            new Evil("x: " + "{a: ".repeat(50_000) + "\n", "yaml-syntax"),
            new Evil("- ".repeat(50_000) + "\n", "yaml-syntax"),
            new Evil("x: " + "9".repeat(3 << 20) + "\n", "text-too-long"),
            new Evil("x: |\n  " + "a\n  ".repeat(100_000) + "\n", "text-too-long"),
            new Evil("x: [" + "1, ".repeat(100_000) + "]\n", "unknown-member"),
            new Evil("# " + "a".repeat(5 << 20) + "\n", "file-too-long"),
            new Evil("x\u202e: 1\n", "character-deceptive"),
            new Evil("\"x\\u202e\": 1\n", "character-deceptive"),
            new Evil("# \u001b]0;title\u0007\n", "character-deceptive"),
            new Evil("x: \0\n", "character-deceptive"),
            new Evil("x: \"\\ud800\"\n", "character-deceptive"),
            new Evil("\u0456d: 1\n", "unknown-member"),
            new Evil("${jndi:ldap://localhost}: 1\n", "unknown-member"),
            new Evil("{0}: 1\n", "yaml-key-no-text"),
            new Evil("\"{0} %s #{x}\": 1\n", "unknown-member"));

    static Stream<Arguments> everywhere() {
        return PLACES.stream().flatMap(place -> EVIL.stream().map(evil -> Arguments.of(place, evil)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void noFileTakesMoreThanPlainYaml(String place, Evil evil) {
        assertThat(faults(TREE.with(Written.file(place, evil.before() + good(place)))))
                .filteredOn(fault -> fault.position().file().equals(place))
                .extracting(Fault::code)
                .contains(evil.fault());
    }

    static Stream<Arguments> encodings() {
        return PLACES.stream()
                .flatMap(place -> Stream.of(
                                StandardCharsets.UTF_16, Charset.forName("UTF-32"), Charset.forName("GB18030"))
                        .map(charset -> Arguments.of(place, charset)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyFileIsUtf8(String place, Charset charset) {
        byte[] bytes = ("# 中文\n" + good(place)).getBytes(charset);
        assertThat(faults(TREE.with(new SourceFile(place, bytes))))
                .filteredOn(fault -> fault.position().file().equals(place))
                .extracting(Fault::code)
                .containsAnyOf("not-utf8", "character-deceptive");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    calendars/2026-01-01/cn/2026.yaml | knownFrom: 2026-01-01 | knownFrom: 2026-02-30 | not-a-date
                    calendars/2026-01-01/cn/2026.yaml | knownFrom: 2026-01-01 | knownFrom: 0000-00-00 | not-a-date
                    calendars/2026-01-01/cn/2026.yaml | knownFrom: 2026-01-01 | knownFrom: +99999-01-01 | not-a-date
                    calendars/2026-01-01/cn/2026.yaml | knownTo: 2026-12-31 | knownTo: 2025-12-31 | calendar-span
                    calendars/2026-01-01/cn/2026.yaml | to: 2026-01-03 | to: 2026-12-31 | holiday-span
                    calendars/2026-01-01/cn/2026.yaml | to: 2026-01-03 | to: 2025-12-31 | holiday-span
                    calendars/2026-01-01/cn/2026.yaml | id: cn | id: ../cn | text-not-of-form
                    tiny/programme.yaml | id: tiny | id: ../tiny | text-not-of-form
                    tiny/programme.yaml | id: tiny | id: other | programme-folder
                    tiny/programme.yaml | zone: Asia/Shanghai | zone: ../../etc/localtime | not-a-zone
                    tiny/programme.yaml | zone: Asia/Shanghai | zone: Asia/Shаnghai | not-a-zone
                    tiny/programme.yaml | authority: official | authority: official|indicative | text-not-of-form
                    tiny/releases.yaml | number: 1 | number: 99999999999999999999999 | number-not-plain
                    tiny/releases.yaml | number: 1 | number: 2147483648 | number-out-of-range
                    tiny/releases.yaml | number: 1 | number: 1e0 | number-not-plain
                    tiny/releases.yaml | number: 1 | number: 1.5 | number-not-whole
                    tiny/releases.yaml | number: 1 | number: -1 | number-out-of-range
                    tiny/releases.yaml | number: 1 | number: 2147483647 | release-order
                    tiny/releases.yaml | policy: 1 | policy: ../policy/1 | version-missing
                    tiny/releases.yaml | policy: 1 | policy: / | version-missing
                    tiny/releases.yaml | catalogue: 2026-01-01 | catalogue: 2026-01-01.yaml/../2026-01-01 | version-missing
                    tiny/releases.yaml | 2026-01-01T00:00:00Z | 2026-02-30T00:00:00Z | not-an-instant
                    tiny/releases.yaml | 2026-01-01T00:00:00Z | 2026-01-01T24:00:01Z | not-an-instant
                    tiny/releases.yaml | 2026-01-01T00:00:00Z | 9999-01-01T00:00:00Z | not-an-instant
                    tiny/releases.yaml | digest: sha256: | digest: sha256:0 | text-not-of-form
                    tiny/catalogue/2026-01-01.yaml | id: high | id: hіgh | text-not-of-form
                    tiny/catalogue/2026-01-01.yaml | id: high | id: low | duplicate-id
                    tiny/catalogue/2026-01-01.yaml | id: desk | id: ../desk | text-not-of-form
                    tiny/catalogue/2026-01-01.yaml | monday-friday | "${days}" | not-days-of-week
                    tiny/catalogue/2026-01-01.yaml | 08:30-12:00 | 00:00-99:99 | not-a-session
                    tiny/catalogue/2026-01-01.yaml | readings: [A01] | readings: [A0١] | text-not-of-form
                    readings.yaml | id: A01 | id: A001 | text-not-of-form
                    readings.yaml | firm: true | firm: on | not-a-boolean
                    tiny/policy/1/clauses.yaml | number: 三 | number: 二 | duplicate-id
                    tiny/policy/1/clauses.yaml | decides: true | decides: "true" | wrong-type
                    tiny/policy/1/help.cases.yaml | given: high | given: ../high | case-fixture-unknown
                    tiny/policy/1/help.cases.yaml | name: low is helped | name: [low, is, helped] | wrong-type
                    tiny/policy/1/help.cases.yaml | name: low is helped | name: more is not in high | case-name-repeated
                    tiny/policy/1/help.cases.yaml | 2026-11-20T16:00:00+08:00 | 2026-11-31T16:00:00+08:00 | not-an-instant
                    tiny/policy/1/help.cases.yaml | outcome: ENTITLED, response: | outcome: 1e999999999, response: | case-failed
                    """)
    void aValueThatCannotBeIsRefusedForItsOwnReason(String place, String good, String bad, String fault) {
        String text = good(place);
        assertThat(text).contains(good);
        assertThat(faults(TREE.with(Written.file(place, text.replace(good, bad)))))
                .extracting(Fault::code)
                .contains(fault);
    }

    @Test
    void whatAnAuthorWroteIsShownAsItIs() {
        for (String written : List.of("${x}", "#{x}", "%s", "{0}", "it's", "text:domain.plan")) {
            String text = "\"" + written + "\": 1\n" + good("readings.yaml");
            assertThat(faults(TREE.with(Written.file("readings.yaml", text))))
                    .anySatisfy(
                            fault -> assertThat(fault.message(Language.CHINESE)).contains("“" + written + "”"));
        }
    }

    @Test
    void aFileOfNothingButFaultsIsRefusedWithTheFirstThousand() {
        String members =
                IntStream.range(0, 100_000).mapToObj(i -> "m" + i + ": 1\n").collect(Collectors.joining());
        assertThat(faults(TREE.with(Written.file("readings.yaml", members + good("readings.yaml")))))
                .hasSizeLessThan(1100)
                .extracting(Fault::code)
                .contains("unknown-member", "more-faults");
    }

    @Test
    void aRingOfSharingIsNoLoopAndNeedsAllThatItsCasesName() {
        String ring = """
                from: %s
                policy: 1
                files: [help]
                ids: { T: U }
                clauses: {}
                """;
        TinyRules rules = TinyRules.draft()
                .twice()
                .with("tiny/policy/1/shared.yaml", ring.formatted("twin"))
                .with("twin/policy/1/shared.yaml", ring.formatted("tiny"));
        assertThat(faults(rules.tree()))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.code())
                        .isIn("case-of-no-rule", "case-rule-silent", "case-rule-fired", "title-repeated"));
    }

    @Test
    void theFilesWithoutTheEvilHold() {
        assertThat(faults(TREE)).isEmpty();
    }

    @Test
    void everyFileMayBeginWithAByteOrderMark() {
        SourceTree marked = TinyRules.draft().tree();
        for (SourceFile file : marked.under("")) {
            marked = marked.with(Written.file(file.path(), "\uFEFF" + Objects.requireNonNull(file.text(new Faults()))));
        }
        assertThat(marked.under("")).extracting(SourceFile::path).anyMatch(path -> path.endsWith(".drl"));
        assertThat(faults(marked)).isEmpty();
    }

    private static String good(String place) {
        SourceFile file = TREE.file(place);
        return file == null ? SHARED : Objects.requireNonNull(file.text(new Faults()));
    }

    private static List<Fault> faults(SourceTree tree) {
        Faults faults = new Faults();
        try {
            for (ReleaseId id : RulesTree.candidates(tree)) {
                CheckedRelease.of(tree, id, CheckScope.answers(), faults);
            }
            faults.throwIfAny();
            RulesTree.load(tree);
        } catch (FaultsFound e) {
            e.faults().forEach(AuthorFilesFuzzTests::assertReadable);
            return e.faults();
        }
        return List.of();
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return laughs.toString();
    }
}
