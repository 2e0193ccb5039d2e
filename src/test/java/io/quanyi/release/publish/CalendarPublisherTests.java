package io.quanyi.release.publish;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.CalendarPublication.ProgrammePublication;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.text.BilingualText;
import io.quanyi.work.WorkQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of publishing calendars in all programmes: all of them change, or none. */
class CalendarPublisherTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-06T02:00:00Z"), ZoneOffset.UTC);
    private static final BilingualText NOTE = new BilingualText(Map.of("zh-CN", "放假安排", "en", "Holidays"));
    private static final String NEW_YEAR = "2027-01-01T00:00:00+08:00";
    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";

    private static final String YEAR_2027 = """
            id: cn
            knownFrom: 2027-01-01
            knownTo: 2027-12-31
            source: { title: 通知, publishedOn: 2026-11-04 }
            holidays:
              - name: { zh-CN: 元旦, en: New Year's Day }
                from: 2027-01-01
                to: 2027-01-03
                statutory: [2027-01-01]
            """;

    private final TinyRules rules = TinyRules.sealed().twice();
    private final SourceFile year2026 = file("cn/2026.yaml", text("calendars/2026-01-01/cn/2026.yaml"));
    private final SourceFile year2027 = file("cn/2027.yaml", YEAR_2027);

    @TempDir
    private Path folder;

    private Store store = ReadOnlyStore.packed(rules.tree());
    private LiveReleases live = new LiveReleases(store, NOW, 8);
    private Publisher single = publisher(store, live);
    private CalendarPublisher calendars = new CalendarPublisher(single, live);

    @BeforeEach
    void open() {
        store = FolderStore.open(folder.resolve("data"), rules.tree());
        live = new LiveReleases(store, NOW, 8);
        single = publisher(store, live);
        calendars = new CalendarPublisher(single, live);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNextYearIsPublishedInAllProgrammesAtOnce() {
        CalendarPublication done = calendars.publish(sent(NEW_YEAR, year2026, year2027));

        assertThat(done.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(done.calendars()).isEqualTo("2027-01-01");
        assertThat(done.revision()).isEqualTo(store.newest().revision());
        assertThat(done.releases()).extracting(ProgrammePublication::programme).containsExactly("tiny", "twin");
        assertThat(done.releases()).allSatisfy(one -> {
            assertThat(Objects.requireNonNull(one.publication().impact())
                            .impact()
                            .definitions()
                            .differences())
                    .isNotEmpty();
            assertThat(one.publication().ledger())
                    .isEqualTo(timeline(one.programme()).digest());
        });
        for (String programme : List.of("tiny", "twin")) {
            assertThat(timeline(programme).entries())
                    .extracting(LedgerEntry::number, LedgerEntry::policy, LedgerEntry::calendars)
                    .containsExactly(tuple(1, "1", "2026-01-01"), tuple(2, "1", "2027-01-01"));
        }
        assertThat(store.newest().tree().under("calendars/2027-01-01/")).hasSize(2);
    }

    @Test
    void aReleaseThatIsStillToComeGetsTheNewCalendarsToo() {
        single.publish(new Submission(
                "tiny",
                OffsetDateTime.parse(NEW_YEAR),
                NOTE,
                Part.AS_IT_IS,
                new Part(null, List.of(file("", text(CATALOGUE) + "# more\n"))),
                Part.AS_IT_IS,
                call()));

        CalendarPublication done = calendars.publish(sent(null, year2026, year2027));

        assertThat(done.releases()).extracting(ProgrammePublication::programme).containsExactly("tiny", "tiny", "twin");
        assertThat(timeline("tiny").spans())
                .extracting(
                        span -> span.entry().number(),
                        span -> span.entry().catalogue(),
                        span -> span.entry().calendars())
                .containsExactly(
                        tuple(1, "2026-01-01", "2026-01-01"),
                        tuple(3, "2026-01-01", "2026-11-06"),
                        tuple(4, "2027-01-01", "2026-11-06"));
        assertThat(done.releases().get(1).publication().replaces())
                .extracting(span -> Objects.requireNonNull(span.instead()).number())
                .containsExactly(2);
    }

    @Test
    void aDryRunShowsTheSameAndStoresNothing() {
        String before = store.newest().revision();
        CalendarPublication tried = calendars.publish(
                new CalendarSubmission(at(NEW_YEAR), NOTE, part(year2026, year2027), call("", null, true)));
        assertThat(tried.outcome()).isEqualTo(Outcome.TRIED);
        assertThat(tried.releases()).hasSize(2);
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    @Test
    void whatOneProgrammeCannotTakeIsPublishedInNone() {
        String before = store.newest().revision();
        PublishRefused refused = refusal(() -> calendars.publish(sent(NEW_YEAR, file("hk/2027.yaml", YEAR_2027))));
        assertThat(refused.reason()).isEqualTo(Reason.NOT_HOLDING);
        assertThat(refused.faults()).extracting(Fault::code).containsExactly("calendar-folder");
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    @Test
    void theFaultsOfTheCalendarsAreSaidOnceForAllProgrammes() {
        SourceFile wednesday = file(
                "cn/2027.yaml", YEAR_2027.replace("[2027-01-01]", "[2027-01-01]\n    makeUpWorkdays: [2027-01-06]"));
        assertThat(refusal(() -> calendars.publish(sent(NEW_YEAR, year2026, wednesday)))
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("make-up-weekday");
                    assertThat(fault.position().file()).isEqualTo("calendars/2027-01-01/cn/2027.yaml");
                });
    }

    @Test
    void yearsThatWereKnownAreNotForgotten() {
        assertThat(refusal(() -> calendars.publish(sent(NEW_YEAR, year2027))).faults())
                .extracting(Fault::code)
                .containsExactly("calendars-forget");
    }

    @Test
    void calendarsThatAreThereAlreadyAreNamedAndNotSent() {
        assertThat(refusal(() -> calendars.publish(sent(null, year2026))).faults())
                .extracting(Fault::code, Fault::arguments)
                .containsExactly(tuple("calendars-exist", List.of("2026-01-01")));
        assertThat(refusal(() -> calendars.publish(named("2026-01-01"))).faults())
                .extracting(Fault::code)
                .containsExactly("calendars-in-force");
        assertThat(refusal(() -> calendars.publish(named("2030"))).faults())
                .extracting(Fault::code)
                .containsExactly("version-unknown");
        assertThat(refusal(() -> calendars.publish(sent(null))).faults())
                .extracting(Fault::code)
                .containsExactly("member-missing");
    }

    @Test
    void aProgrammeThatHasTheVersionAlreadyIsLeftAsItIs() {
        single.publish(
                new Submission("tiny", null, NOTE, Part.AS_IT_IS, Part.AS_IT_IS, part(year2026, year2027), call()));
        CalendarPublication rest = calendars.publish(named("2026-11-06"));
        assertThat(rest.releases()).extracting(ProgrammePublication::programme).containsExactly("twin");
    }

    @Test
    void theSameCallAgainPublishesNothingMore() {
        Retry retry = new Retry("once", "sha256:" + "0".repeat(64));
        CalendarSubmission once =
                new CalendarSubmission(at(NEW_YEAR), NOTE, part(year2026, year2027), call("", retry, false));
        CalendarPublication first = calendars.publish(once);
        CalendarPublication again = calendars.publish(once);
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.calendars()).isEqualTo(first.calendars());
        assertThat(again.releases())
                .extracting(one -> one.publication().entry().number())
                .containsExactly(2, 2);
        Retry other = new Retry("once", "sha256:" + "1".repeat(64));
        assertThat(refusal(() -> calendars.publish(
                                new CalendarSubmission(null, NOTE, part(year2027), call("", other, false))))
                        .reason())
                .isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void whoSawAnotherStateOfTheStoreIsRefused() {
        String seen = store.newest().revision();
        calendars.publish(
                new CalendarSubmission(at(NEW_YEAR), NOTE, part(year2026, year2027), call(seen, null, false)));
        assertThat(refusal(() -> calendars.publish(
                                new CalendarSubmission(null, NOTE, part(year2027), call(seen, null, false))))
                        .reason())
                .isEqualTo(Reason.STORE_CHANGED);
    }

    private static Publisher publisher(Store store, LiveReleases live) {
        return new Publisher(
                store, live, NOW, new WorkQueue(2, 16, Duration.ofSeconds(30)), cancellation -> WorkBudget.ample(), 0);
    }

    private Timeline timeline(String programme) {
        return live.refresh().served().releases().timeline(programme).orElseThrow();
    }

    private String text(String path) {
        return new String(
                Objects.requireNonNull(rules.tree().file(path)).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static CalendarSubmission sent(@Nullable String from, SourceFile... files) {
        return new CalendarSubmission(from == null ? null : at(from), NOTE, part(files), call());
    }

    private static CalendarSubmission named(String version) {
        return new CalendarSubmission(null, NOTE, new Part(version, List.of()), call());
    }

    private static OffsetDateTime at(String instant) {
        return OffsetDateTime.parse(instant);
    }

    private static Part part(SourceFile... files) {
        return new Part(null, List.of(files));
    }

    private static Call call() {
        return call("", null, false);
    }

    /** @param seen the revision that the caller has seen; empty for any */
    private static Call call(String seen, @Nullable Retry retry, boolean dryRun) {
        return new Call("somebody", state -> seen.isEmpty() || seen.equals(state), retry, dryRun);
    }

    private static PublishRefused refusal(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(PublishRefused.class, call));
    }
}
