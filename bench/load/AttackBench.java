package bench.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs every attack against the packaged service, and says of each whether what it says held. Arguments: names of attacks; none for all. */
final class AttackBench {

    private static final List<Attack> ALL = List.of(new BodyAttacks.BatchBombs(), new BodyAttacks.HostileDecision(), new BodyAttacks.SlowBodies(),
            new BodyAttacks.DrippingBody(), new BodyAttacks.SilentReaders(), new BodyAttacks.VanishedCallers(), new StateAttacks.WideRuleDryRun(),
            new StateAttacks.BrokenStatePush(), new StateAttacks.ScheduledReleases(), new WireAttacks.OddRequests(), new WireAttacks.SmallDoors(),
            new UploadAttacks.HostileUploads(), new LoadAttacks.Overload(), new LoadAttacks.StopUnderLoad());

    /** Those that end the service themselves. */
    private static final List<Class<?>> END_IT = List.of(StateAttacks.BrokenStatePush.class, LoadAttacks.StopUnderLoad.class);

    private final Path work;
    private final Remote remote;
    private final String good;
    private Service service;
    private int started;

    private AttackBench(Path work) throws Exception {
        this.work = work;
        remote = new Remote(work);
        good = remote.head();
    }

    public static void main(String[] names) throws Exception {
        Path work = Files.createTempDirectory("quanyi-attack");
        int failed = 0;
        List<Attack> chosen = ALL.stream().filter(attack -> names.length == 0 || List.of(names).contains(attack.name().replace(' ', '-'))).toList();
        AttackBench bench = new AttackBench(work);
        try {
            // An attack says nothing of a service that does not even start
            bench.ensureService();
            for (Attack attack : chosen) {
                failed += bench.run(attack) ? 0 : 1;
            }
        } finally {
            bench.stop();
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        System.out.printf("attacks: %d passed, %d failed%n", chosen.size() - failed, failed);
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Whether all held. */
    private boolean run(Attack attack) {
        List<String> faults = new ArrayList<>();
        long start = System.nanoTime();
        String seen = "";
        try {
            ensureService();
            if (END_IT.contains(attack.getClass())) {
                faults.addAll(attack.run(new Target(service, remote, work)));
            } else {
                try (Witness witness = new Witness(service)) {
                    faults.addAll(attack.run(new Target(service, remote, work)));
                    Thread.sleep(500);
                    faults.addAll(witness.faults());
                    seen = witness.toString();
                }
            }
        } catch (Exception e) {
            faults.add("the attack ended in " + e);
        }
        System.out.printf("%s %s (%.0f s): %s%s%n", faults.isEmpty() ? "held  " : "FAILED", attack.name(), (System.nanoTime() - start) / 1e9,
                attack.sentence(), seen.isEmpty() ? "" : "; " + seen);
        faults.forEach(fault -> System.out.println("         " + fault.lines().limit(12).reduce((a, b) -> a + "\n         " + b).orElse("")));
        return faults.isEmpty();
    }

    /** The one that stands, or a new one where it fell. */
    private void ensureService() throws Exception {
        if (service != null && service.isAlive() && service.isReady()) {
            return;
        }
        if (service != null) {
            service.kill();
        }
        remote.reset(good);
        service = new Service(work.resolve("service-" + ++started), remote.bare);
    }

    private void stop() throws Exception {
        if (service != null) {
            service.kill();
        }
    }
}
