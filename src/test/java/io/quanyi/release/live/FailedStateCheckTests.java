package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.SetClock;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.text.Language;
import io.quanyi.wire.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a check may fail at any step with any exception: the present state goes on answering, the next sound state
 * is taken over, and a restart works.
 */
@Tag("slow")
class FailedStateCheckTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String LEDGER = "tiny/releases.yaml";
    private static final int MAX_STEPS = 400;
    private static final List<Supplier<Throwable>> THROWN = List.of(
            () -> new ArithmeticException("overflow"),
            StackOverflowError::new,
            () -> new AssertionError("cannot be"),
            () -> new NoClassDefFoundError("gone"),
            () -> new UncheckedIOException(new IOException("broken")),
            () -> new StoreUnavailable(Fault.at("", "store-changing")),
            () -> new StoreRefused(Fault.at("", "store-corrupt")),
            () -> new Exception("checked, and thrown all the same"));

    private final TinyRules rules = TinyRules.sealed();
    private final StringBuilder ledger = new StringBuilder("releases:\n" + entry(1));
    private int releases = 1;

    @TempDir
    private Path temp;

    @Test
    void whateverIsThrownAtAnyStepOfALook() throws IOException {
        Path data = temp.resolve("data");
        try (Store real = FolderStore.open(data, rules.tree())) {
            FailingStore store = new FailingStore(real);
            LiveReleases live = new LiveReleases(store, Clock.fixed(NOW, ZoneOffset.UTC), 8);
            live.onSwap(served -> store.step());
            String answer = answer(live);
            TreeSet<Integer> unharmed = new TreeSet<>();
            int step = 0;
            boolean troubled = true;
            while (troubled) {
                assertThat(++step).isLessThan(MAX_STEPS);
                publish(data);
                store.troubleAt(step, THROWN.get(step % THROWN.size()).get());
                live.refresh();
                troubled = store.endTrouble();
                assertThat(answer(live)).isEqualTo(answer);
                if (newest(live) == releases) {
                    unharmed.add(step);
                } else {
                    assertThatItIsRefusedInWords(live);
                    if (step % 10 == 0) {
                        assertThatARestartTakesIt(real, answer);
                    }
                    Files.writeString(data.resolve("tiny/step-%d.md".formatted(step)), "another revision");
                    live.refresh();
                }
                assertThat(newest(live))
                        .as("the newest release after trouble at step " + step)
                        .isEqualTo(releases);
                assertThat(live.status().refusal()).isNull();
                assertThat(answer(live)).isEqualTo(answer);
            }
            assertThat(step).as("steps of a look").isGreaterThan(30);
            // Steps for the last good state, for the listeners, and for the check whether the store can be written
            assertThat(unharmed).hasSizeLessThan(10);
        }
    }

    /** Errors after which the process must end; the code that catches them ends it. */
    @Test
    void anErrorOfTheVirtualMachineIsPassedOn() throws IOException {
        Path data = temp.resolve("data");
        try (Store real = FolderStore.open(data, rules.tree())) {
            FailingStore store = new FailingStore(real);
            LiveReleases live = new LiveReleases(store, Clock.fixed(NOW, ZoneOffset.UTC), 8);
            publish(data);
            store.troubleAt(12, new OutOfMemoryError("no more"));
            assertThatThrownBy(live::refresh).isInstanceOf(OutOfMemoryError.class);
            assertThat(store.endTrouble()).isTrue();
            live.refresh();
            assertThat(newest(live)).isEqualTo(2);
        }
    }

    @Test
    void aFailureThatPassesIsLookedAtAgainAfterAPause() throws IOException {
        Path data = temp.resolve("data");
        SetClock clock = new SetClock(NOW);
        try (Store real = FolderStore.open(data, rules.tree())) {
            FailingStore store = new FailingStore(real);
            LiveReleases live = new LiveReleases(store, clock, 8);
            publish(data);
            store.troubleAt(8, new IllegalStateException("now only"));
            live.refresh();
            assertThat(store.endTrouble()).isTrue();
            Instant since = Objects.requireNonNull(live.status().refusal()).since();
            clock.set(NOW.plusSeconds(59));
            assertThat(Objects.requireNonNull(live.refresh().refusal()).since()).isEqualTo(since);
            clock.set(NOW.plusSeconds(60));
            assertThat(live.refresh().refusal()).isNull();
            assertThat(newest(live)).isEqualTo(2);
        }
    }

    private static void assertThatItIsRefusedInWords(LiveReleases live) {
        ServingStatus.Refusal refusal = Objects.requireNonNull(live.status().refusal());
        for (Fault fault : refusal.faults()) {
            for (Language language : Language.values()) {
                assertThat(fault.describe(language)).doesNotContain("Exception", "Error", "java.", "io.quanyi");
            }
        }
    }

    private void assertThatARestartTakesIt(Store real, String answer) {
        LiveReleases restarted = new LiveReleases(real, Clock.fixed(NOW, ZoneOffset.UTC), 8);
        assertThat(newest(restarted)).isEqualTo(releases);
        assertThat(answer(restarted)).isEqualTo(answer);
    }

    private void publish(Path data) throws IOException {
        ledger.append(entry(++releases));
        Files.writeString(data.resolve(LEDGER), ledger);
    }

    private String entry(int number) {
        String times = number == 1
                ? "publishedAt: 2026-01-01T00:00:00Z"
                : "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: 2026-03-01T00:00:00+08:00";
        return rules.entry(number, times);
    }

    private static int newest(LiveReleases live) {
        return live.current()
                .releases()
                .timeline("tiny")
                .orElseThrow()
                .entries()
                .size();
    }

    /** The outcome of release 1, which every state has. */
    private static String answer(LiveReleases live) {
        String json = """
                {"release":1,"programme":"tiny","subscription":{"plan":"high","product":"thing"},
                "question":{"service":"help","at":"2026-06-01T16:00:00+08:00"}}""";
        DecisionRequest request = Objects.requireNonNull(new RecordBinder(new Faults())
                .bind(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)), DecisionRequest.class));
        return Core.of(new Decider(live).decide(request, NOW));
    }
}
