package io.quanyi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every store that can be written. */
public abstract class StoreContractTests {

    private static final String LEDGER = "p/releases.yaml";
    private static final Map<String, String> SEED =
            Map.of(LEDGER, "1", "p/policy/1/a.drl", "rule a", "readings.yaml", "读法");

    private final List<Store> opened = new ArrayList<>();

    /** Opens the store of the test as one more service does, which keeps its local files under a name. */
    protected abstract Store open(String service, SourceTree seed) throws Exception;

    /** The number of races between two publishers. */
    protected abstract int rounds();

    private Store open(String service) throws Exception {
        Store store = open(service, SourceTree.of(files(SEED)));
        opened.add(store);
        return store;
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Store::close);
    }

    @Test
    void aNewStoreHoldsItsSeedAndNoGoodState() throws Exception {
        Store store = open("one");
        assertThat(texts(store.newest())).isEqualTo(SEED);
        assertThat(store.writable()).isTrue();
        assertThat(store.unwritable()).isEmpty();
        assertThat(store.lastGood()).isEmpty();
    }

    @Test
    void aStateThatDoesNotChangeIsTheSameObject() throws Exception {
        Store store = open("one");
        Snapshot newest = store.newest();
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void aChangeIsSeenByItsServiceByOthersAndByLaterOnes() throws Exception {
        Store store = open("one");
        Store other = open("two");
        Snapshot before = other.newest();
        Snapshot after = store.append(change(store.newest(), Map.of("p/policy/2/a.drl", "规则"), "2"));
        Map<String, String> expected = with(Map.of("p/policy/2/a.drl", "规则", LEDGER, "2"));
        assertThat(texts(after)).isEqualTo(expected);
        assertThat(store.newest()).isSameAs(after);
        assertThat(other.newest().revision()).isEqualTo(after.revision()).isNotEqualTo(before.revision());
        assertThat(texts(other.newest())).isEqualTo(expected);
        assertThat(texts(before)).isEqualTo(SEED);
        Store later = open("three");
        assertThat(later.newest().revision()).isEqualTo(after.revision());
        assertThat(texts(later.newest())).isEqualTo(expected);
    }

    @Test
    void aChangeOfAnOlderStateIsNotWritten() throws Exception {
        Store store = open("one");
        Snapshot old = store.newest();
        Snapshot now = store.append(change(old, Map.of("p/x", "x"), "2"));
        StoreChange late = change(old, Map.of("p/y", "y"), "late");
        assertThat(catchThrowableOfType(StoreMoved.class, () -> store.append(late))
                        .fault()
                        .arguments())
                .containsExactly(old.revision(), now.revision());
        assertThat(store.newest()).isSameAs(now);
    }

    @Test
    void severalLedgersAreReplacedTogether() throws Exception {
        Store store = open("one");
        Map<String, String> ledgers = Map.of(LEDGER, "2", "q/releases.yaml", "1");
        store.append(new StoreChange(store.newest().revision(), List.of(), files(ledgers), "author", "why"));
        assertThat(texts(open("two").newest())).isEqualTo(with(ledgers));
    }

    @Test
    void aFileThatIsThereIsAddedOnlyWithTheSameBytes() throws Exception {
        Store store = open("one");
        Snapshot newest = store.newest();
        StoreChange other = change(newest, Map.of("p/policy/1/a.drl", "rule z", "p/new", "new"), "2");
        assertThat(code(() -> store.append(other))).isEqualTo("store-file-exists");
        assertThat(store.newest()).isSameAs(newest);
        store.append(change(newest, Map.of("p/policy/1/a.drl", "rule a", "p/new", "new"), "2"));
        assertThat(texts(store.newest())).isEqualTo(with(Map.of("p/new", "new", LEDGER, "2")));
    }

    @Test
    void aChangeThatIsThereAlreadyMakesNoState() throws Exception {
        Store store = open("one");
        Snapshot newest = store.append(change(store.newest(), Map.of("p/x", "x"), "2"));
        assertThat(store.append(change(newest, Map.of("p/x", "x"), "2"))).isSameAs(newest);
        assertThat(open("two").newest().revision()).isEqualTo(newest.revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/x", "../x", "a/../x", "a//x", "a/", ".x", "a/.x", "a\\x", "a\nb", "a\u202Eb"})
    void pathsThatLeadElsewhereAreRefused(String path) throws Exception {
        Store store = open("one");
        Snapshot newest = store.newest();
        assertThatThrownBy(() -> store.append(change(newest, Map.of("p/x", "x", path, "x"), "2")))
                .isInstanceOf(StoreRefused.class);
        assertThat(store.newest()).isSameAs(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "p/policy", LEDGER + "/a", "readings.yaml/a"})
    void filesInEachOthersWayAreRefused(String path) throws Exception {
        Store store = open("one");
        Snapshot newest = store.newest();
        assertThat(code(() -> store.append(change(newest, Map.of(path, "x"), "2"))))
                .isEqualTo("store-file-exists");
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void theLastGoodStateIsThereForTheNextProcess() throws Exception {
        Store store = open("one");
        Snapshot good = store.newest();
        store.accept(good);
        store.append(change(good, Map.of("p/x", "x"), "2"));
        store.close();
        Snapshot last = open("one").lastGood().orElseThrow();
        assertThat(last.revision()).isEqualTo(good.revision());
        assertThat(texts(last)).isEqualTo(SEED);
    }

    @Test
    void draftsAreNoPartOfAState() throws Exception {
        Store store = open("one");
        Snapshot newest = store.newest();
        store.drafts().put(new DraftFiles("one", files(Map.of("a.drl", "rule"))), null, "author");
        assertThat(store.drafts().all()).hasSize(1);
        assertThat(store.newest()).isSameAs(newest);
    }

    @Test
    void whoeverWaitsForAChangeGetsOnWithoutOne() throws Exception {
        Store store = open("one");
        store.newest();
        store.awaitChange(Duration.ofMillis(1));
        store.awaitChange(Duration.ofMillis(1));
        assertThat(texts(store.newest())).isEqualTo(SEED);
    }

    @Test
    void ofTwoPublishersOneWinsAndTheOtherLearnsOfIt() throws Exception {
        Store one = open("one");
        Store two = open("two");
        one.newest();
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Set<String>> first = threads.submit(() -> wins(one, "one", barrier));
            Future<Set<String>> second = threads.submit(() -> wins(two, "two", barrier));
            Set<String> won = new HashSet<>(first.get(120, TimeUnit.SECONDS));
            won.addAll(second.get(120, TimeUnit.SECONDS));
            Map<String, String> expected = new TreeMap<>(SEED);
            won.forEach(path -> expected.put(path, path));
            Map<String, String> found = texts(one.newest());
            expected.put(LEDGER, found.getOrDefault(LEDGER, ""));
            assertThat(won).hasSize(rounds());
            assertThat(found).isEqualTo(expected);
            assertThat(expected.get(LEDGER).lines().skip(1)).containsExactlyInAnyOrderElementsOf(won);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The paths that one publisher added; in each round both begin with the same state. */
    private Set<String> wins(Store store, String name, CyclicBarrier barrier) throws Exception {
        Set<String> won = new HashSet<>();
        for (int round = 0; round < rounds(); round++) {
            Snapshot base = store.newest();
            String path = "p/" + name + "-" + round;
            barrier.await(60, TimeUnit.SECONDS);
            try {
                store.append(change(base, Map.of(path, path), texts(base).get(LEDGER) + "\n" + path));
                won.add(path);
            } catch (StoreMoved e) {
                assertThat(e.fault().arguments()).startsWith(base.revision());
            }
            barrier.await(60, TimeUnit.SECONDS);
        }
        return won;
    }

    private static Map<String, String> with(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>(SEED);
        all.putAll(changed);
        return all;
    }

    private static String code(ThrowingCallable call) {
        return catchThrowableOfType(StoreRefused.class, call).fault().code();
    }

    /** A change that adds files and replaces the ledger. */
    protected static StoreChange change(Snapshot base, Map<String, String> added, String ledger) {
        return new StoreChange(
                base.revision(), files(added), List.of(file(LEDGER, ledger)), "author", "why\nin two lines");
    }

    /** The files of a state, by path. */
    protected static Map<String, String> texts(Snapshot snapshot) {
        Map<String, String> texts = new TreeMap<>();
        snapshot.tree()
                .under("")
                .forEach(file -> texts.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }

    /** Files, given by path and text. */
    protected static List<SourceFile> files(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
