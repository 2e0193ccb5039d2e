package io.quanyi.release.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publication.LaterRelease;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Later;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of publishing beneath releases that begin later, and of withdrawing and postponing those. */
@Tag("slow")
class LaterReleasesTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T02:00:00Z"), ZoneOffset.UTC);
    private static final BilingualText NOTE = new BilingualText(Map.of("zh-CN", "别名", "en", "An alias"));
    private static final String JULY = "2026-07-01T00:00:00+08:00";
    private static final String AUGUST = "2026-08-01T00:00:00+08:00";
    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final String THING = "  - { id: thing, names: { zh-CN: 东西, en: Thing } }\n";
    private static final String ALIAS = "  - { id: thing, names: { zh-CN: 东西, en: Thing }, aliases: [Dings] }\n";
    private static final String OTHER = "  - { id: other, names: { zh-CN: 其他, en: Other } }\n";
    private static final String GADGET = "  - { id: gadget, names: { zh-CN: 小东西, en: Gadget } }\n";
    private static final String GIZMO = "  - { id: gizmo, names: { zh-CN: 小玩意, en: Gizmo } }\n";
    private static final String MORE = "en: More } }\n";
    private static final String PHONE = "channels: [{ id: phone, names: { zh-CN: 电话, en: Phone } }]";
    private static final String TELEPHONE = PHONE.replace("Phone", "Telephone");

    private static final String SPACED = """
            Question(  service == "help"  )
                Plan(id == "high")""";

    private final TinyRules rules = sealed();

    @TempDir
    private Path folder;

    private Store store = ReadOnlyStore.packed(rules.tree());
    private LiveReleases live = new LiveReleases(store, NOW, 8);
    private Publisher publishing = publisher();

    /** The tiny programme with a product on each line. */
    private static TinyRules sealed() {
        TinyRules lines = TinyRules.draft()
                .change(
                        CATALOGUE,
                        "products: [{ id: thing, names: { zh-CN: 东西, en: Thing } }]",
                        "products:\n" + THING + OTHER);
        return lines.with("tiny/releases.yaml", "releases:\n" + lines.entry(1, "publishedAt: 2026-01-01T00:00:00Z"));
    }

    private Publisher publisher() {
        return new Publisher(
                store, live, NOW, new WorkQueue(2, 16, Duration.ofSeconds(30)), cancellation -> WorkBudget.ample(), 0);
    }

    @BeforeEach
    void open() {
        store = FolderStore.open(folder.resolve("data"), rules.tree());
        live = new LiveReleases(store, NOW, 8);
        publishing = publisher();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aChangeThatALaterReleaseWouldEndIsRefusedUntilItsPublisherSaysWhatIsMeant() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        publishing.publish(catalogue(AUGUST, PHONE, TELEPHONE, call(null)));
        String before = store.newest().revision();
        PublishRefused refused = refusal(() -> publishing.publish(catalogue(null, THING, ALIAS, call(null))));
        assertThat(refused.reason()).isEqualTo(Reason.LATER_UNDECIDED);
        assertThat(refused.faults())
                .extracting(Fault::pointer, Fault::code, Fault::arguments)
                .containsExactly(
                        tuple("/laterReleases", "later-release-undecided", List.of("2", JULY)),
                        tuple("/laterReleases", "later-release-undecided", List.of("3", AUGUST)));
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    @Test
    void aDryRunSaysThatALaterReleaseWouldEndTheChange() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Publication tried = publishing.publish(catalogue(null, THING, ALIAS, dryRun(null)));
        assertThat(tried.later()).containsExactly(new LaterRelease(entry(2), null));
        assertThat(tried.further()).isEmpty();
    }

    @Test
    void aDryRunShowsTheImpactInEachLaterReleaseAndStoresNothing() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        String before = store.newest().revision();
        Publication tried = publishing.publish(catalogue(null, THING, ALIAS, dryRun("carry")));
        assertThat(tried.further()).singleElement().satisfies(carried -> {
            assertThat(carried.outcome()).isEqualTo(Outcome.TRIED);
            assertThat(carried.impact()).isNotNull();
        });
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    @Test
    void aChangeIsCarriedIntoEveryLaterReleaseInOnePublication() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        publishing.publish(catalogue(AUGUST, PHONE, TELEPHONE, call(null)));
        Publication done = publishing.publish(catalogue(null, THING, ALIAS, call("carry")));
        assertThat(done.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(done.ledger()).isEqualTo(timeline().digest());
        assertThat(timeline().entries())
                .extracting(LedgerEntry::number, LedgerEntry::catalogue, LedgerEntry::effectiveFrom)
                .containsExactly(
                        tuple(1, "2026-01-01", null),
                        tuple(2, "2026-07-01", OffsetDateTime.parse(JULY)),
                        tuple(3, "2026-08-01", OffsetDateTime.parse(AUGUST)),
                        tuple(4, "2026-06-01", done.entry().effectiveFrom()),
                        tuple(5, "2026-07-01.2", OffsetDateTime.parse(JULY)),
                        tuple(6, "2026-08-01.2", OffsetDateTime.parse(AUGUST)));
        assertThat(aliases(JULY)).containsExactly("Dings");
        assertThat(products(JULY)).contains("gadget");
        assertThat(aliases(AUGUST)).containsExactly("Dings");
        assertThat(products(AUGUST)).doesNotContain("gadget");
        assertThat(done.later())
                .containsExactly(new LaterRelease(entry(2), Later.CARRY), new LaterRelease(entry(3), Later.CARRY));
        assertThat(done.further()).hasSize(2).allSatisfy(carried -> {
            assertThat(carried.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(carried.ledger()).isEqualTo(timeline().digest());
            assertThat(carried.changes())
                    .extracting(ReleaseDifference::id, ReleaseDifference::members)
                    .containsExactly(tuple("thing", List.of("aliases")));
            assertThat(carried.impact()).isNotNull();
        });
    }

    @Test
    void entriesThatBothAddAtTheSamePlaceAreBothThere() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        publishing.publish(catalogue(null, OTHER, OTHER + GIZMO, call("carry")));
        assertThat(products("2026-06-02T00:00:00+08:00")).containsExactly("thing", "other", "gizmo");
        assertThat(products(JULY)).containsExactly("thing", "other", "gadget", "gizmo");
    }

    @Test
    void aListThatBothAddHasTheEntriesOfBoth() {
        publishing.publish(catalogue(JULY, MORE, MORE + opening("help", "other"), call(null)));
        publishing.publish(catalogue(null, MORE, MORE + opening("help", "thing"), call("carry")));
        assertThat(openings("2026-06-02T00:00:00+08:00")).containsExactly("thing");
        assertThat(openings(JULY)).containsExactly("other", "thing");
    }

    @Test
    void aCommentInAListThatBothAddIsAConflictThatIsNamed() {
        publishing.publish(catalogue(JULY, MORE, MORE + opening("help", "other"), call(null)));
        String remarked = MORE + opening("help", "thing").replace("openings:", "openings: # Why");
        assertThat(refusal(() -> publishing.publish(catalogue(null, MORE, remarked, call("carry"))))
                        .faults())
                .extracting(Fault::code, fault -> fault.position().file())
                .containsExactly(tuple("carry-conflict-place", "tiny/catalogue/2026-07-01.yaml"));
    }

    @Test
    void aCarriedChangeIsAnsweredAgainAsItWas() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Retry retry = new Retry("k-1", SourceTree.digest(List.of()));
        Call call = new Call("somebody", digest -> true, retry, false).with("carry");
        publishing.publish(catalogue(null, THING, ALIAS, call));
        Publication again = publishing.publish(catalogue(null, THING, ALIAS, call));
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.entry().number()).isEqualTo(3);
        assertThat(again.further())
                .extracting(further -> further.entry().number(), Publication::outcome)
                .containsExactly(tuple(4, Outcome.REPEATED));
    }

    @Test
    void aLaterReleaseThatIsKeptEndsTheChange() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Publication done = publishing.publish(catalogue(null, THING, ALIAS, call("keep")));
        assertThat(done.later()).containsExactly(new LaterRelease(entry(2), Later.KEEP));
        assertThat(done.further()).isEmpty();
        assertThat(aliases("2026-06-30T00:00:00+08:00")).containsExactly("Dings");
        assertThat(aliases(JULY)).isEmpty();
    }

    @Test
    void aLaterReleaseThatHasTheChangeNeedsNoWord() {
        publishing.publish(catalogue(JULY, THING + OTHER, ALIAS + OTHER + GADGET, call(null)));
        Publication done = publishing.publish(catalogue(null, THING, ALIAS, call(null)));
        assertThat(done.later()).isEmpty();
        assertThat(timeline().entries()).hasSize(3);
    }

    @Test
    void aChangeOfNoAnswerNeedsNoWord() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Publication done = publishing.publish(catalogue(null, THING, "# a remark\n" + THING, call(null)));
        assertThat(done.later()).isEmpty();
    }

    @Test
    void aLaterReleaseOfAnotherPartTakesTheChangedPartAsItIs() {
        publishing.publish(clauses(JULY));
        publishing.publish(catalogue(null, THING, ALIAS, call("carry")));
        assertThat(entry(4).policy()).isEqualTo("2026-07-01");
        assertThat(entry(4).catalogue()).isEqualTo("2026-06-01");
    }

    @Test
    void aMemberThatBothChangeIsAConflictThatIsNamed() {
        publishing.publish(catalogue(JULY, "en: Thing", "en: Object", call(null)));
        publishing.publish(catalogue(AUGUST, THING, ALIAS.replace("Dings", "Bums"), call("keep")));
        String before = store.newest().revision();
        assertThat(refusal(() -> publishing.publish(catalogue(null, THING, ALIAS, call("carry"))))
                        .faults())
                .extracting(Fault::code, fault -> fault.position().toString(), Fault::arguments)
                .containsExactlyInAnyOrder(
                        tuple("carry-conflict-place", "tiny/catalogue/2026-07-01.yaml:2:1", List.of("2")),
                        tuple("carry-conflict-place", "tiny/catalogue/2026-08-01.yaml:2:1", List.of("3")),
                        tuple("carry-conflict", "", List.of("3", "thing (aliases)")));
        assertThat(store.newest().revision()).isEqualTo(before);
    }

    /** The rule is changed in two lines apart, which a comparison of lines alone would let pass. */
    @Test
    void aRuleThatBothChangeIsAConflictThatIsNamed() {
        publishing.publish(policy(JULY, "Question(service == \"help\")\n    Plan(id == \"high\")", SPACED, call(null)));
        assertThat(refusal(() -> publishing.publish(policy(null, "workingDays(1)", "workingDays(2)", call("carry"))))
                        .faults())
                .extracting(Fault::code, Fault::arguments)
                .containsExactly(tuple("carry-conflict", List.of("2", "T-HE-02 (text)")));
    }

    @Test
    void aCarriedReleaseWithFaultsIsRefusedWithThem() {
        publishing.publish(catalogue(JULY, OTHER, "", call(null)));
        String opened = MORE + opening("help", "other");
        assertThat(refusal(() -> publishing.publish(catalogue(null, MORE, opened, call("carry"))))
                        .faults())
                .extracting(Fault::code, fault -> fault.position().file())
                .containsExactly(
                        tuple("later-release-refused", ""),
                        tuple("unknown-reference", "tiny/catalogue/2026-07-01.2.yaml"));
        assertThat(timeline().entries()).hasSize(2);
    }

    @Test
    void aReleaseOfThePastIsCarriedIntoThePresentOneLikewise() {
        publishing.publish(catalogue("2026-05-01T00:00:00+08:00", OTHER, OTHER + GADGET, call(null)));
        publishing.publish(catalogue("2026-03-01T00:00:00+08:00", THING, ALIAS, call("carry")));
        assertThat(aliases("2026-04-01T00:00:00+08:00")).containsExactly("Dings");
        assertThat(aliases("2026-06-01T00:00:00+08:00")).containsExactly("Dings");
    }

    @Test
    void aRollbackIsCarriedIntoLaterReleases() {
        publishing.publish(catalogue("2026-05-01T00:00:00+08:00", THING, ALIAS, call(null)));
        publishing.publish(catalogue(JULY, THING + OTHER, ALIAS + OTHER + GADGET, call(null)));
        assertThat(refusal(() -> publishing.rollBack(new Rollback("tiny", 1, null, NOTE, call(null))))
                        .reason())
                .isEqualTo(Reason.LATER_UNDECIDED);
        publishing.rollBack(new Rollback("tiny", 1, null, NOTE, call("carry")));
        assertThat(aliases(JULY)).isEmpty();
        assertThat(products(JULY)).contains("gadget");
    }

    @Test
    void aWithdrawnReleaseGivesWayToTheOneBeforeIt() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Publication done = publishing.withdraw(new Withdrawal("tiny", 2, null, NOTE, call(null)));
        assertThat(done.entry().restores()).isEqualTo(1);
        assertThat(done.entry().effectiveFrom()).isEqualTo(OffsetDateTime.parse(JULY));
        assertThat(products(AUGUST)).doesNotContain("gadget");
    }

    @Test
    void aWithdrawalIsCarriedIntoReleasesThatBuildOnTheWithdrawnOne() {
        publishing.publish(catalogue(JULY, THING, ALIAS, call(null)));
        publishing.publish(catalogue(AUGUST, THING + OTHER, ALIAS + OTHER + GADGET, call(null)));
        publishing.withdraw(new Withdrawal("tiny", 2, null, NOTE, call("carry")));
        assertThat(aliases(AUGUST)).isEmpty();
        assertThat(products(AUGUST)).contains("gadget");
    }

    @Test
    void aPostponedReleaseBeginsAtItsNewInstant() {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        Publication done =
                publishing.withdraw(new Withdrawal("tiny", 2, OffsetDateTime.parse(AUGUST), NOTE, call(null)));
        assertThat(products("2026-07-31T23:59:59+08:00")).doesNotContain("gadget");
        assertThat(products(AUGUST)).contains("gadget");
        assertThat(timeline().entries()).extracting(LedgerEntry::restores).containsExactly(null, null, 1, 2);
        assertThat(done.impact()).isNotNull();
        assertThat(done.further())
                .singleElement()
                .satisfies(postponed -> assertThat(postponed.impact()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "1, , release-not-scheduled",
        "2, 2026-07-01T00:00:00+08:00, until-before-release",
        "2, 2026-08-01T00:00:00+08:00, until-after-next",
        "3, 2191-08-01T00:00:00+08:00, until-out-of-range",
        "7, , unknown-release"
    })
    void aWithdrawalThatMakesNoSenseIsRefused(int release, @Nullable OffsetDateTime until, String code) {
        publishing.publish(catalogue(JULY, OTHER, OTHER + GADGET, call(null)));
        publishing.publish(catalogue(AUGUST, THING, ALIAS, call(null)));
        Withdrawal wish = new Withdrawal("tiny", release, until, NOTE, call(null));
        assertThat(refusal(() -> publishing.withdraw(wish)).faults())
                .extracting(Fault::code)
                .containsExactly(code);
    }

    private static PublishRefused refusal(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(PublishRefused.class, call));
    }

    private LedgerEntry entry(int number) {
        return timeline().entry(number).orElseThrow();
    }

    private Timeline timeline() {
        return live.current().releases().timeline("tiny").orElseThrow();
    }

    private List<String> products(String at) {
        return timeline().inForce(OffsetDateTime.parse(at).toInstant()).orElseThrow().catalogue().products().stream()
                .map(product -> product.id())
                .toList();
    }

    private List<String> openings(String at) {
        return timeline().inForce(OffsetDateTime.parse(at).toInstant()).orElseThrow().catalogue().openings().stream()
                .map(opening -> opening.product())
                .toList();
    }

    private static String opening(String service, String product) {
        return "openings:\n  - { service: " + service + ", product: " + product + " }\n";
    }

    private List<String> aliases(String at) {
        return timeline().inForce(OffsetDateTime.parse(at).toInstant()).orElseThrow().catalogue().products().stream()
                .filter(product -> product.id().equals("thing"))
                .flatMap(product -> product.aliases().stream())
                .toList();
    }

    private static Call call(@Nullable String later) {
        return new Call("somebody", digest -> true, null, false).with(later);
    }

    private static Call dryRun(@Nullable String later) {
        return new Call("somebody", digest -> true, null, true).with(later);
    }

    /** The first catalogue with one text replaced. */
    private Submission catalogue(@Nullable String from, String text, String other, Call call) {
        Part part = new Part(null, List.of(file("", text(CATALOGUE), text, other)));
        return new Submission("tiny", at(from), NOTE, Part.AS_IT_IS, part, Part.AS_IT_IS, call);
    }

    /** The policy with another gloss of a clause. */
    private Submission clauses(String from) {
        return policy(from, "Preface", "Preamble", call(null));
    }

    /** The first policy with one text replaced in all files. */
    private Submission policy(@Nullable String from, String text, String other, Call call) {
        List<SourceFile> files = rules.tree().under("tiny/policy/1/").stream()
                .map(file -> new SourceFile(
                        file.path().substring("tiny/policy/1/".length()),
                        text(file.path())
                                .replace(text, other)
                                .replace("response: { dueAt: 2026-11-23T16:00:00+08:00 }", "response: {}")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new Submission("tiny", at(from), NOTE, new Part(null, files), Part.AS_IT_IS, Part.AS_IT_IS, call);
    }

    private static @Nullable OffsetDateTime at(@Nullable String from) {
        return from == null ? null : OffsetDateTime.parse(from);
    }

    private static SourceFile file(String path, String before, String text, String other) {
        assertThat(before).contains(text);
        return new SourceFile(path, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String path) {
        return new String(Objects.requireNonNull(rules.tree().file(path), path).bytes(), StandardCharsets.UTF_8);
    }
}
