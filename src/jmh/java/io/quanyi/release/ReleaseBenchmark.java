package io.quanyi.release;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one more release of a programme costs: the time to load it, and the heap that it takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 40)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReleaseBenchmark {

    private static final int COUNT = 60;
    private static final String RULE = "\nrule ";

    @Param({
        "kingdee-aftersales-general",
        "kingdee-galaxy-onprem",
        "kingdee-galaxy-public",
        "kingdee-premium-success",
        "yonsuite-premier-success",
        "yonyou-aftersales-sla"
    })
    private String programme = "";

    /** Whether the releases differ in their catalogues alone, or also in the place of every rule. */
    @Param({"catalogue", "rules"})
    private String changed = "";

    private final List<ProgrammeRelease> releases = new ArrayList<>();
    private SourceTree tree;
    private LedgerEntry shipped;
    private long before;

    @Setup
    public void prepare() {
        SourceTree rules = SourceTree.ofFolder(Path.of("rules"));
        Ledger ledger = Objects.requireNonNull(Ledger.of(rules, programme, new Faults()));
        shipped = ledger.releases().get(ledger.releases().size() - 1);
        List<SourceFile> files = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            for (SourceFile file : rules.under(programme + "/catalogue/" + shipped.catalogue() + ".yaml")) {
                files.add(changed(programme + "/catalogue/" + number + ".yaml", text(file) + "\n# " + number));
            }
            for (SourceFile file : rules.under(programme + "/policy/" + shipped.policy() + "/")) {
                String path = file.path().replace("/" + shipped.policy() + "/", "/" + number + "/");
                boolean moved = file.path().endsWith(".drl");
                files.add(changed(path, moved ? text(file).replace(RULE, "\n// " + number + RULE) : text(file)));
            }
        }
        tree = rules.with(files);
        before = used();
    }

    @Benchmark
    public ProgrammeRelease load() {
        int number = releases.size() + 1;
        String policy = changed.equals("rules") ? String.valueOf(number) : shipped.policy();
        ReleaseId id =
                new ReleaseId(programme, number, policy, String.valueOf(number), shipped.calendars(), "sha256:0");
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        releases.add(Objects.requireNonNull(release));
        return release;
    }

    /** Prints the heap that a release takes, without the files of the tree. */
    @TearDown
    public void weigh() {
        System.out.printf(
                "%n%s, other %s: %d KB each%n", programme, changed, (used() - before) / 1024 / releases.size());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static SourceFile changed(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
