package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.SetClock;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.wire.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the releases that answer, and of their replacement by newer states of the store. */
@Tag("slow")
class LiveReleasesTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String FIRST = "publishedAt: 2026-01-01T00:00:00Z";
    private static final String SECOND =
            "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: 2026-03-01T00:00:00+08:00";
    private static final String LEDGER = "tiny/releases.yaml";

    private final TinyRules rules = TinyRules.sealed();

    private static final String YEAR_2025 = """
            id: cn
            knownFrom: 2025-01-01
            knownTo: 2025-12-31
            source: { title: 通知, publishedOn: 2024-11-12 }
            holidays:
              - { name: { zh-CN: 元旦, en: New Year's Day }, from: 2025-01-01, to: 2025-01-01, statutory: [2025-01-01] }
            """;

    @TempDir
    private Path folder;

    @Test
    void whatTheStoreHasAnswers() {
        assertThat(numbers(live())).containsExactly(1);
    }

    @Test
    void aNewerStateAnswersFromTheNextLookOn() {
        LiveReleases live = live();
        twoReleases(rules).write(folder);
        assertThat(numbers(live)).containsExactly(1);
        live.refresh();
        assertThat(numbers(live)).containsExactly(1, 2);
        assertThat(live.status().refusal()).isNull();
    }

    @Test
    void whatWasLoadedIsNotLoadedAgain() {
        LiveReleases live = live();
        ProgrammeRelease before = release(live, 1);
        twoReleases(rules).write(folder);
        live.refresh();
        assertThat(release(live, 1)).isSameAs(before);
    }

    @Test
    void whoAsksManyQuestionsIsAnsweredByOneStateOfThings() {
        LiveReleases live = live();
        ReleaseResolver fixed = live.fixed();
        twoReleases(rules).write(folder);
        live.refresh();
        assertThat(resolve(fixed)).isEqualTo(1);
        assertThat(resolve(live)).isEqualTo(2);
    }

    @Test
    void aStateThatDoesNotHoldIsRefusedAndTheLastGoodGoesOn() {
        LiveReleases live = live();
        String revision = live.current().snapshot().revision();
        twoReleases(rules)
                .change("tiny/policy/1/help.drl", "insert(new Granted());", "System.exit(1);")
                .write(folder);
        live.refresh();
        assertThat(live.current().snapshot().revision()).isEqualTo(revision);
        assertThat(codes(live)).contains("refused-action", "digest-mismatch");
        assertThat(numbers(live)).containsExactly(1);
    }

    @Test
    void aStateThatIsMendedAnswers() {
        LiveReleases live = live();
        twoReleases(rules).change(LEDGER, "somebody", "[").write(folder);
        live.refresh();
        assertThat(live.status().refusal()).isNotNull();
        twoReleases(rules).write(folder);
        live.refresh();
        assertThat(live.status().refusal()).isNull();
        assertThat(numbers(live)).containsExactly(1, 2);
    }

    @Test
    void aRefusalIsToldSinceWhenItWasFirstSeen() throws IOException {
        SetClock clock = new SetClock(NOW.instant());
        LiveReleases live = new LiveReleases(ReadOnlyStore.ofFolder(rules.write(folder)), clock, 8);
        Files.delete(folder.resolve("readings.yaml"));
        live.refresh();
        clock.advance(Duration.ofMinutes(1));
        live.refresh();
        assertThat(Objects.requireNonNull(live.status().refusal()).since()).isEqualTo(NOW.instant());
        assertThat(live.status().lookedAt()).isEqualTo(NOW.instant().plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "an earlier entry is another | tiny/releases.yaml | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z | release-rewritten",
                "its publisher is another | tiny/releases.yaml | somebody | somebody else | release-rewritten",
                "a byte of a sealed file is another | tiny/policy/1/help.drl | Help comes | Help Comes | digest-mismatch",
                "the zone is another | tiny/programme.yaml | Asia/Shanghai | Asia/Tokyo | zone-changed"
            })
    void nothingThatWasPublishedIsEverAnother(String what, String path, String text, String other, String code) {
        LiveReleases live = live();
        rules.change(path, text, other).write(folder);
        live.refresh();
        assertThat(codes(live)).as(what).contains(code);
        assertThat(numbers(live)).containsExactly(1);
    }

    @Test
    void aCalendarFileThatWasChangedIsNamed() {
        TinyRules two = rules.with("calendars/2026-01-01/cn/2025.yaml", YEAR_2025);
        TinyRules sealed = two.with(LEDGER, "releases:\n" + two.entry(1, FIRST));
        sealed.write(folder);
        LiveReleases live = live();
        sealed.change("calendars/2026-01-01/cn/2026.yaml", "2025-11-04", "2025-11-05")
                .write(folder);
        live.refresh();
        assertThat(Objects.requireNonNull(live.status().refusal()).faults())
                .extracting(fault -> fault.position().file() + " " + fault.code())
                .containsExactly("calendars/2026-01-01/cn/2026.yaml calendars-changed");
    }

    @Test
    void anEntryThatIsGoneIsNoticed() {
        twoReleases(rules).write(folder);
        LiveReleases live = live();
        rules.write(folder);
        live.refresh();
        assertThat(codes(live)).containsExactly("release-rewritten");
        assertThat(numbers(live)).containsExactly(1, 2);
    }

    @Test
    void aProgrammeThatIsGoneIsNoticed() throws IOException {
        rules.twice().write(folder);
        LiveReleases live = live();
        Files.delete(folder.resolve("twin/releases.yaml"));
        live.refresh();
        assertThat(codes(live)).containsExactly("release-rewritten");
    }

    @Test
    void aNewReleaseWhoseCasesFailDoesNotAnswer() {
        LiveReleases live = live();
        TinyRules failing = rules.copy("tiny/policy/1/clauses.yaml", "tiny/policy/2/clauses.yaml")
                .copy("tiny/policy/1/help.drl", "tiny/policy/2/help.drl")
                .copy("tiny/policy/1/plans.drl", "tiny/policy/2/plans.drl")
                .copy("tiny/policy/1/help.cases.yaml", "tiny/policy/2/help.cases.yaml")
                .change("tiny/policy/2/help.cases.yaml", "T16:00:00+08:00 } }\n", "T16:00:01+08:00 } }\n");
        seal(failing, "2").write(folder);
        live.refresh();
        assertThat(codes(live)).contains("case-failed");
    }

    @Test
    void theVeryFirstStartRefusesWhatDoesNotHold() {
        rules.change("tiny/policy/1/help.drl", "low", "lwo").write(folder);
        assertThatThrownBy(this::live).isInstanceOf(FaultsFound.class);
    }

    @Test
    void aLaterStartFallsBackToTheLastGood() throws IOException {
        Path data = folder.resolve("data");
        try (Store store = FolderStore.open(data, rules.tree())) {
            new LiveReleases(store, NOW, 8);
        }
        Files.writeString(data.resolve("tiny/policy/1/help.drl"), "half a");
        try (Store store = FolderStore.open(data, rules.tree())) {
            LiveReleases live = new LiveReleases(store, NOW, 8);
            assertThat(numbers(live)).containsExactly(1);
            assertThat(codes(live)).contains("digest-mismatch");
        }
    }

    @Test
    void releasesOfLongAgoAreLetGoAndComeBack() {
        StringBuilder ledger = new StringBuilder("releases:\n" + rules.entry(1, FIRST));
        for (int i = 2; i <= 12; i++) {
            ledger.append(rules.entry(i, FIRST + "\n    effectiveFrom: 2026-01-%02dT00:00:00Z".formatted(i)));
        }
        rules.with(LEDGER, ledger.toString()).write(folder);
        LiveReleases live = new LiveReleases(ReadOnlyStore.ofFolder(folder), NOW, 3);
        ProgrammeRelease old = release(live, 1);
        assertThat(release(live, 1)).isSameAs(old);
        for (int i = 2; i <= 12; i++) {
            assertThat(release(live, i).id().number()).isEqualTo(i);
        }
        assertThat(release(live, 1)).isNotSameAs(old);
        assertThat(release(live, 12)).isSameAs(release(live, 12));
    }

    @Test
    void noAnswerIsTornWhileReleasesAreSwapped() throws Exception {
        LiveReleases live = live();
        String first = core(live.current().releases(), 1);
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> asking = () -> {
            int asked = 0;
            while (!done.get() || asked == 0) {
                assertThat(core(live, 1)).isEqualTo(first);
                assertThat(resolve(live)).isIn(1, 2);
                asked++;
            }
            return asked;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> asked = List.of(threads.submit(asking), threads.submit(asking));
            TinyRules two = twoReleases(rules);
            for (int i = 0; i < 20; i++) {
                two.with("tiny/draft-%d.md".formatted(i), "draft").write(folder);
                live.refresh();
            }
            done.set(true);
            for (Future<Integer> each : asked) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private LiveReleases live() {
        if (!Files.exists(folder.resolve(LEDGER))) {
            rules.write(folder);
        }
        return new LiveReleases(ReadOnlyStore.ofFolder(folder), NOW, 8);
    }

    private static TinyRules twoReleases(TinyRules rules) {
        return rules.with(LEDGER, "releases:\n" + rules.entry(1, FIRST) + rules.entry(2, SECOND));
    }

    /** Publishes the second version of the policy as the second release. */
    private static TinyRules seal(TinyRules rules, String policy) {
        LedgerEntry entry = new LedgerEntry(
                2,
                policy,
                "2026-01-01",
                "2026-01-01",
                null,
                OffsetDateTime.parse("2026-02-01T00:00:00Z"),
                "somebody",
                null,
                null,
                null,
                null,
                RulesTree.id(rules.tree(), "tiny", 2, policy, "2026-01-01", "2026-01-01")
                        .digest());
        return rules.with(
                LEDGER,
                new String(LedgerWriter.sealed(rules.tree(), "tiny", entry).bytes(), StandardCharsets.UTF_8));
    }

    private static ProgrammeRelease release(LiveReleases live, int number) {
        return live.current()
                .releases()
                .timeline("tiny")
                .orElseThrow()
                .release(number)
                .orElseThrow();
    }

    private static List<Integer> numbers(LiveReleases live) {
        return live.current().releases().timeline("tiny").orElseThrow().entries().stream()
                .map(LedgerEntry::number)
                .toList();
    }

    private static List<String> codes(LiveReleases live) {
        return Objects.requireNonNull(live.status().refusal()).faults().stream()
                .map(Fault::code)
                .toList();
    }

    private static int resolve(ReleaseResolver resolver) {
        return resolver.resolve(request(""), NOW.instant()).id().number();
    }

    private static String core(ReleaseResolver resolver, int number) {
        DecisionRequest request = request("\"release\":%d,".formatted(number));
        return Core.of(new Decider(resolver).decide(request, NOW.instant()));
    }

    private static DecisionRequest request(String pin) {
        String json = """
                {%s"programme":"tiny","subscription":{"plan":"high","product":"thing"},
                "question":{"service":"help","at":"2026-06-01T16:00:00+08:00"}}""".formatted(pin);
        Faults faults = new Faults();
        return Objects.requireNonNull(new RecordBinder(faults)
                .bind(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)), DecisionRequest.class));
    }
}
