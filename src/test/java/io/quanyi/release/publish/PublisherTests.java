package io.quanyi.release.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.change.ReplacedSpan;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.text.BilingualText;
import io.quanyi.work.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of publishing into a folder: the results, and what stays unchanged. */
@Tag("slow")
class PublisherTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T02:00:00.5Z"), ZoneOffset.UTC);
    private static final BilingualText NOTE = new BilingualText(Map.of("zh-CN", "新增一个产品", "en", "One product more"));
    private static final String SOON = "2026-07-01T00:00:00+08:00";
    private static final String PRODUCT = "{ id: thing, names: { zh-CN: 东西, en: Thing } }";
    private static final String MORE = PRODUCT + ", { id: gadget, names: { zh-CN: 小东西, en: Gadget } }";

    private final TinyRules rules = TinyRules.sealed();

    @TempDir
    private Path folder;

    private Store store = ReadOnlyStore.packed(rules.tree());
    private LiveReleases live = new LiveReleases(store, NOW, 8);
    private Publisher publishing = publishing(store, live);

    private static Publisher publishing(Store store, LiveReleases live) {
        return new Publisher(
                store, live, NOW, new WorkQueue(2, 16, Duration.ofSeconds(30)), cancellation -> WorkBudget.ample(), 0);
    }

    @BeforeEach
    void open() {
        store = FolderStore.open(folder.resolve("data"), rules.twice().tree());
        live = new LiveReleases(store, NOW, 8);
        publishing = publishing(store, live);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCatalogueIsPublishedWithThePartsThatHold() {
        Publication publication = publishing.publish(catalogue(SOON, MORE, call()));
        LedgerEntry entry = publication.entry();
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(entry.number()).isEqualTo(2);
        assertThat(entry.policy()).isEqualTo("1");
        assertThat(entry.catalogue()).isEqualTo("2026-07-01");
        assertThat(entry.calendars()).isEqualTo("2026-01-01");
        assertThat(entry.effectiveFrom()).isEqualTo(OffsetDateTime.parse(SOON));
        assertThat(entry.publishedAt()).isEqualTo(OffsetDateTime.parse("2026-06-01T10:00:00+08:00"));
        assertThat(entry.publishedBy()).isEqualTo("somebody");
        assertThat(entry.note()).isEqualTo(NOTE);
        assertThat(publication.changes())
                .extracting(ReleaseDifference::kind, ReleaseDifference::id, ReleaseDifference::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("product", "gadget", ReleaseDifference.Change.ADDED));
        assertThat(timeline().entries()).hasSize(2);
        assertThat(publication.ledger()).isEqualTo(timeline().digest());
    }

    @Test
    void itHoldsFromItsInstantOn() {
        publishing.publish(catalogue(SOON, MORE, call()));
        assertThat(inForce("2026-06-30T23:59:59+08:00")).isEqualTo(1);
        assertThat(inForce(SOON)).isEqualTo(2);
    }

    @Test
    void withoutAnInstantItHoldsFromItsPublicationOn() {
        LedgerEntry entry = publishing.publish(catalogue(null, MORE, call())).entry();
        assertThat(entry.effectiveFrom()).isEqualTo(entry.publishedAt());
        assertThat(entry.catalogue()).isEqualTo("2026-06-01");
    }

    @Test
    void theReportSaysWhatIsReplacedAndWhatOfItIsPast() {
        publishing.publish(catalogue(SOON, MORE, call()));
        Publication late = publishing.publish(catalogue("2026-03-01T00:00:00+08:00", PRODUCT + "  ", call()));
        assertThat(late.replaces())
                .containsExactly(new ReplacedSpan(
                        Instant.parse("2026-02-28T16:00:00Z"),
                        Instant.parse("2026-06-30T16:00:00Z"),
                        timeline().entries().get(0)));
    }

    @Test
    void whatIsSealedIsAFileThatAnotherServiceReads() {
        publishing.publish(catalogue(SOON, MORE, call()));
        LiveReleases other = new LiveReleases(ReadOnlyStore.ofFolder(folder.resolve("data")), NOW, 8);
        assertThat(other.current().releases().timeline("tiny").orElseThrow().entries())
                .isEqualTo(timeline().entries());
    }

    @Test
    void aDryRunStoresNothing() {
        String before = store.newest().revision();
        Publication tried =
                publishing.publish(catalogue(SOON, MORE, new Call("somebody", PublisherTests::any, null, true)));
        assertThat(tried.outcome()).isEqualTo(Outcome.TRIED);
        assertThat(tried.entry().number()).isEqualTo(2);
        assertThat(Objects.requireNonNull(tried.checked()).cases()).isEqualTo(3);
        assertThat(tried.checked().questions()).isPositive();
        assertThat(store.newest().revision()).isEqualTo(before);
        assertThat(timeline().entries()).hasSize(1);
    }

    @Test
    void aStoreThatIsOnlyReadTakesADryRunAndNothingElse() {
        Store fixed = ReadOnlyStore.packed(rules.tree());
        Publisher only = publishing(fixed, new LiveReleases(fixed, NOW, 8));
        assertThat(refusal(() -> only.publish(catalogue(SOON, MORE, call()))).reason())
                .isEqualTo(Reason.READ_ONLY);
        assertThat(only.publish(catalogue(SOON, MORE, new Call("somebody", PublisherTests::any, null, true)))
                        .outcome())
                .isEqualTo(Outcome.TRIED);
    }

    @Test
    void aPolicyIsPublishedWithItsCasesAndClauses() {
        Publication publication = publishing.publish(policy(
                "insert(new Response(workingDays(1)",
                "insert(new Response(workingDays(2)",
                "2026-11-23T16:00:00",
                "2026-11-24T16:00:00"));
        assertThat(publication.entry().policy()).isEqualTo("2026-07-01");
        assertThat(publication.changes())
                .extracting(ReleaseDifference::kind, ReleaseDifference::id, ReleaseDifference::members)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rule", "T-HE-02", List.of("text")));
    }

    @Test
    void everyFaultOfWhatIsSentIsSaidWithItsPlaceAndNothingIsStored() {
        String before = store.newest().revision();
        PublishRefused refused = refusal(() -> publishing.publish(
                policy("Plan(id == \"low\")", "Plan(id == \"lwo\")", "outcome: ENTITLED", "outcome: MAYBE")));
        assertThat(refused.reason()).isEqualTo(Reason.NOT_HOLDING);
        assertThat(refused.faults()).extracting(Fault::code).contains("unknown-id");
        assertThat(refused.faults())
                .allSatisfy(fault -> assertThat(fault.position().file()).startsWith("tiny/policy/2026-07-01/"))
                .anySatisfy(fault -> assertThat(fault.position().line()).isPositive());
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    @Test
    void aCaseThatDoesNotComeOutIsAFault() {
        PublishRefused refused =
                refusal(() -> publishing.publish(policy("workingDays(1)", "workingDays(2)", "nothing", "nothing")));
        assertThat(refused.faults()).extracting(Fault::code).containsExactly("case-failed");
    }

    @Test
    void aNoteIsInEachLanguageOfTheProgramme() {
        BilingualText english = new BilingualText(Map.of("en", "Back"));
        Submission sent = policy("workingDays(1)", "workingDays(2)", "nothing", "nothing");
        PublishRefused refused = refusal(() -> publishing.publish(new Submission(
                "tiny", sent.effectiveFrom(), english, sent.policy(), sent.catalogue(), sent.calendars(), call())));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/note/zh-CN");
    }

    @Test
    void aCatalogueWithoutAPlanThatThePolicyNamesIsRefused() {
        PublishRefused refused = refusal(() -> publishing.publish(new Submission(
                "tiny",
                OffsetDateTime.parse(SOON),
                NOTE,
                Part.AS_IT_IS,
                new Part(
                        null,
                        List.of(new SourceFile(
                                "",
                                text("tiny/catalogue/2026-01-01.yaml")
                                        .replace("  - { id: high, names: { zh-CN: 高, en: High } }\n", "")
                                        .getBytes(StandardCharsets.UTF_8)))),
                Part.AS_IT_IS,
                call())));
        assertThat(refused.faults()).extracting(Fault::code).contains("unknown-id");
    }

    @Test
    void whatHoldsAlreadyIsNotPublished() {
        Part same = new Part("1", List.of());
        PublishRefused refused = refusal(() -> publishing.publish(
                new Submission("tiny", OffsetDateTime.parse(SOON), NOTE, same, Part.AS_IT_IS, Part.AS_IT_IS, call())));
        assertThat(refused.faults()).extracting(Fault::code).containsExactly("nothing-changes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, version-exists",
        "../up, version-not-of-form",
        "'', version-not-of-form",
        "-a, version-not-of-form",
        "a., version-not-of-form",
        "12345678901234567890123456789012345678901, version-not-of-form"
    })
    void aVersionHasANameThatIsFree(String version, String code) {
        Part part = new Part(version, catalogue(SOON, MORE, call()).catalogue().files());
        PublishRefused refused = refusal(() -> publishing.publish(
                new Submission("tiny", OffsetDateTime.parse(SOON), NOTE, Part.AS_IT_IS, part, Part.AS_IT_IS, call())));
        assertThat(refused.faults()).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void aVersionThatIsMeantIsThere() {
        Part part = new Part("2030-01-01", List.of());
        PublishRefused refused = refusal(() -> publishing.publish(
                new Submission("tiny", OffsetDateTime.parse(SOON), NOTE, Part.AS_IT_IS, Part.AS_IT_IS, part, call())));
        assertThat(refused.faults()).extracting(Fault::code).containsExactly("version-unknown");
    }

    @Test
    void theSecondVersionOfADayHasANumber() {
        publishing.publish(catalogue(SOON, MORE, call()));
        Publication second = publishing.publish(catalogue(SOON, MORE + " ", call()));
        assertThat(second.entry().catalogue()).isEqualTo("2026-07-01.2");
    }

    @ParameterizedTest
    @CsvSource({
        "help.drl.exe, false", "sub/help.drl, false", "help.drl, true", "help.cases.yaml, true", "clauses.yaml, true",
        "shared.yaml, true", "readings.yaml, false", "../help.drl, false", "/help.drl, false", "Help.drl, false",
        ".drl, false", "kmodule.xml, false"
    })
    void aPolicyHasFilesOfTheseNamesAlone(String name, boolean allowed) {
        assertThat(PartKind.POLICY.allows(name)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31T23:59:59Z, false",
        "1990-01-01T00:00:00Z, true",
        "2190-01-01T00:00:00Z, true",
        "2190-01-01T00:00:01Z, false"
    })
    void aReleaseTakesEffectInTimesThatClocksKnow(String from, boolean allowed) {
        // No release is in force before the first one; only the instant matters here
        Callable<Publication> work = () -> publishing.publish(catalogue(from, MORE, call()));
        if (allowed) {
            assertThat(call(work).outcome()).isEqualTo(Outcome.PUBLISHED);
        } else {
            assertThat(refusal(work).faults()).extracting(Fault::code).containsExactly("effective-out-of-range");
        }
    }

    @Test
    void theSameCallAgainIsAnsweredAsItWas() {
        Call call = new Call("somebody", PublisherTests::any, new Retry("k-1", digest("a")), false);
        Publication first = publishing.publish(catalogue(SOON, MORE, call));
        Publication second = publishing.publish(catalogue(SOON, MORE, call));
        assertThat(second.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(second.entry()).isEqualTo(first.entry());
        assertThat(timeline().entries()).hasSize(2);
    }

    @Test
    void theKeyOfAnotherCallIsRefused() {
        publishing.publish(
                catalogue(SOON, MORE, new Call("somebody", PublisherTests::any, new Retry("k-1", digest("a")), false)));
        Call other = new Call("somebody", PublisherTests::any, new Retry("k-1", digest("b")), false);
        assertThat(refusal(() -> publishing.publish(catalogue(SOON, PRODUCT + " ", other)))
                        .reason())
                .isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void whoHasSeenAnotherLedgerIsRefused() {
        Predicate<String> seen = timeline().digest()::equals;
        publishing.publish(catalogue(SOON, MORE, new Call("somebody", seen, null, false)));
        assertThat(refusal(() -> publishing.publish(
                                catalogue(SOON, MORE + " ", new Call("somebody", seen, null, false))))
                        .reason())
                .isEqualTo(Reason.LEDGER_CHANGED);
    }

    @Test
    void aProgrammeThatIsNotThereIsNotPublished() {
        Submission none = new Submission("none", null, NOTE, Part.AS_IT_IS, Part.AS_IT_IS, Part.AS_IT_IS, call());
        assertThat(refusal(() -> publishing.publish(none)).reason()).isEqualTo(Reason.NO_PROGRAMME);
    }

    @Test
    void goingBackIsAReleaseMore() {
        publishing.publish(catalogue("2026-05-01T00:00:00+08:00", MORE, call()));
        Publication back = publishing.rollBack(rollback(1, null));
        assertThat(back.entry().number()).isEqualTo(3);
        assertThat(back.entry().restores()).isEqualTo(1);
        assertThat(back.entry().digest()).isEqualTo(timeline().entries().get(0).digest());
        assertThat(inForce("2026-05-31T00:00:00+08:00")).isEqualTo(2);
        assertThat(inForce("2026-06-01T10:00:00+08:00")).isEqualTo(3);
    }

    @Test
    void goingBackNowLeavesAReleaseYetToComeAsItIs() {
        publishing.publish(catalogue(SOON, MORE, call()));
        assertThat(refusal(() -> publishing.rollBack(rollback(1, null))).faults())
                .extracting(Fault::code)
                .containsExactly("nothing-changes");
        publishing.rollBack(rollback(1, SOON));
        assertThat(inForce(SOON)).isEqualTo(3);
        assertThat(timeline().spans()).hasSize(2);
    }

    @Test
    void goingBackToWhatHoldsIsNothing() {
        assertThat(refusal(() -> publishing.rollBack(rollback(1, null))).faults())
                .extracting(Fault::code)
                .containsExactly("nothing-changes");
    }

    @Test
    void goingBackToWhatNeverWasIsRefused() {
        assertThat(refusal(() -> publishing.rollBack(rollback(7, null))).faults())
                .extracting(Fault::code)
                .containsExactly("unknown-release");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T02:05:00Z, 2026-06-01T02:05:00Z", "2026-06-01T02:05:01Z, ''"})
    void aClockThatIsALittleBehindDoesNotTurnTheLedgerBack(String last, String published) {
        TinyRules ahead = rules.with("tiny/releases.yaml", "releases:\n" + rules.entry(1, "publishedAt: " + last));
        try (Store other = FolderStore.open(folder.resolve("ahead"), ahead.tree())) {
            Publisher behind = publishing(other, new LiveReleases(other, NOW, 8));
            if (published.isEmpty()) {
                assertThat(refusal(() -> behind.publish(catalogue(SOON, MORE, call())))
                                .faults())
                        .extracting(Fault::code)
                        .containsExactly("clock-behind");
            } else {
                assertThat(behind.publish(catalogue(SOON, MORE, call())).entry().publishedAt())
                        .isEqualTo(OffsetDateTime.parse(published));
            }
        }
    }

    @Test
    void ofTwoWhoSawTheSameLedgerOneWinsEachOfAHundredTimes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Store second = FolderStore.open(folder.resolve("data"), rules.tree())) {
            LiveReleases otherLive = new LiveReleases(second, NOW, 8);
            Publisher other = publishing(second, otherLive);
            for (int i = 0; i < 100; i++) {
                live.refresh();
                otherLive.refresh();
                Predicate<String> seen = timeline().digest()::equals;
                String products = i % 2 == 0 ? MORE : PRODUCT;
                Call call = new Call("somebody", seen, null, false);
                List<Future<Boolean>> both = new ArrayList<>();
                for (Publisher each : List.of(publishing, other)) {
                    both.add(threads.submit(() -> wins(() -> each.publish(catalogue(SOON, products, call)))));
                }
                assertThat(both.get(0).get() ^ both.get(1).get())
                        .as("round %s", i)
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        live.refresh();
        assertThat(timeline().entries()).hasSize(101);
    }

    @Test
    void publishersOfDifferentProgrammesBothWin() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Store second = FolderStore.open(folder.resolve("data"), rules.tree())) {
            Publisher other = publishing(second, new LiveReleases(second, NOW, 8));
            for (int i = 0; i < 10; i++) {
                String products = i % 2 == 0 ? MORE : PRODUCT;
                Submission tiny = catalogue(SOON, products, call());
                Submission twin = new Submission(
                        "twin", tiny.effectiveFrom(), NOTE, tiny.policy(), tiny.catalogue(), tiny.calendars(), call());
                Future<Boolean> first = threads.submit(() -> wins(() -> publishing.publish(tiny)));
                Future<Boolean> another = threads.submit(() -> wins(() -> other.publish(twin)));
                assertThat(first.get() && another.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        live.refresh();
        assertThat(timeline().entries()).hasSize(11);
    }

    @Test
    void aProgrammeDoesNotWaitForAnother() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Store slow = new SlowStore(store, "tiny/", storing, go);
        Publisher both = publishing(slow, new LiveReleases(slow, NOW, 8));
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<Publication> tiny = threads.submit(() -> both.publish(catalogue(SOON, MORE, call())));
            assertThat(storing.await(5, TimeUnit.MINUTES)).isTrue();
            Submission sent = catalogue(SOON, MORE, call());
            Submission twin = new Submission(
                    "twin", sent.effectiveFrom(), NOTE, sent.policy(), sent.catalogue(), sent.calendars(), call());
            assertThat(both.publish(twin).outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(tiny.isDone()).isFalse();
            go.countDown();
            assertThat(tiny.get().outcome()).isEqualTo(Outcome.PUBLISHED);
        } finally {
            go.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsPublishedForSomebodyWhoDoesNotWait() {
        Call gone = new Call("somebody", PublisherTests::any, null, false, null, null, null, () -> true);
        assertThat(refusal(() -> publishing.publish(catalogue(SOON, MORE, gone)))
                        .reason())
                .isEqualTo(Reason.ENDED);
        live.refresh();
        assertThat(timeline().entries()).hasSize(1);
    }

    @Test
    void whatIsAcceptedStandsInTheEntryAndComesBackWithARollback() {
        Call accepting = call().accepting(List.of(LedgerEntry.NOT_COMPARED));
        assertThat(publishing.publish(catalogue(null, MORE, accepting)).entry().accept())
                .containsExactly(LedgerEntry.NOT_COMPARED);
        assertThat(publishing.publish(catalogue(null, PRODUCT, call())).entry().accept())
                .isNull();
        assertThat(publishing.rollBack(rollback(2, null)).entry().accept()).containsExactly(LedgerEntry.NOT_COMPARED);
        assertThat(publishing.rollBack(rollback(1, null)).entry().accept()).isNull();
    }

    private static boolean wins(Callable<Publication> work) {
        try {
            return work.call().outcome() == Outcome.PUBLISHED;
        } catch (PublishRefused e) {
            assertThat(e.reason()).isEqualTo(Reason.LEDGER_CHANGED);
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublishRefused refusal(Callable<Publication> work) {
        return Objects.requireNonNull(catchThrowableOfType(PublishRefused.class, work::call));
    }

    private static Publication call(Callable<Publication> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Timeline timeline() {
        return live.current().releases().timeline("tiny").orElseThrow();
    }

    private int inForce(String at) {
        return timeline()
                .entryInForce(OffsetDateTime.parse(at).toInstant())
                .orElseThrow()
                .number();
    }

    private static boolean any(String digest) {
        return !digest.isEmpty();
    }

    private static Call call() {
        return new Call("somebody", PublisherTests::any, null, false);
    }

    private static Rollback rollback(int release, @Nullable String from) {
        return new Rollback("tiny", release, from == null ? null : OffsetDateTime.parse(from), NOTE, call());
    }

    private Submission catalogue(@Nullable String from, String products, Call call) {
        String text = text("tiny/catalogue/2026-01-01.yaml").replace(PRODUCT, products);
        Part part = new Part(null, List.of(new SourceFile("", text.getBytes(StandardCharsets.UTF_8))));
        OffsetDateTime effective = from == null ? null : OffsetDateTime.parse(from);
        return new Submission("tiny", effective, NOTE, Part.AS_IT_IS, part, Part.AS_IT_IS, call);
    }

    /** The policy with one change in the rules and one in the cases. */
    private Submission policy(String rule, String otherRule, String expected, String otherExpected) {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : rules.tree().under("tiny/policy/1/")) {
            String text = text(file.path()).replace(rule, otherRule).replace(expected, otherExpected);
            String name = file.path().substring("tiny/policy/1/".length());
            files.add(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
        }
        return new Submission(
                "tiny", OffsetDateTime.parse(SOON), NOTE, new Part(null, files), Part.AS_IT_IS, Part.AS_IT_IS, call());
    }

    private String text(String path) {
        return new String(Objects.requireNonNull(rules.tree().file(path), path).bytes(), StandardCharsets.UTF_8);
    }

    private static String digest(String of) {
        return SourceTree.digest(List.of(new SourceFile(of, new byte[0])));
    }
}
