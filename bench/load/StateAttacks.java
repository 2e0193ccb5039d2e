package bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Attacks by rules: sent by a publisher, or pushed to the repository by somebody else. */
final class StateAttacks {

    private static final Duration LONG = Duration.ofSeconds(100);

    private StateAttacks() {}

    /** A rule that asks about twenty fields. */
    static final class WideRuleDryRun implements Attack {

        @Override
        public String sentence() {
            return "a dry run of a rule on twenty conditions is answered, holds up no other programme's, and ends when its publisher goes";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            Form wide = new Form().with("meta", "{" + Inputs.NOTE + "}")
                    .with("policy", Form.zip(Form.files(Path.of("bench/load/rules/wide-rule"))));
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> answered("the wide rule", wide.to(Remote.WIDE, true), target));
            Thread.sleep(1500);
            List<String> faults = new ArrayList<>(answered("another publisher", sameAgain(), target));
            faults.addAll(asked.get());
            faults.addAll(goneAway(wide.to(Remote.WIDE, true), target));
            return faults;
        }

        private static Call sameAgain() throws IOException {
            String catalogue = Files.readString(Path.of("rules", Inputs.GALAXY, "catalogue/2025-01-01.yaml")) + "# the same\n";
            return new Form().with("meta", "{" + Inputs.NOTE + "}").with("catalogue", catalogue).to(Inputs.GALAXY, true);
        }

        private static List<String> answered(String who, Call call, Target target) {
            try {
                Answer answer = call.to(target.service(), LONG);
                boolean held = answer.status() >= 200 && answer.status() < 500 || answer.isShed() && who.startsWith("the wide");
                return held ? List.of() : List.of(who + " got " + answer.status());
            } catch (IOException e) {
                return List.of(who + " got no answer: " + e);
            }
        }

        /** Who sends it and goes: a little later the service works on nothing. */
        private static List<String> goneAway(Call call, Target target) throws Exception {
            Crowd.close(Crowd.connections(1, "127.0.0.40", target.service(), call.bytes(target.service().port)));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                Duration before = target.service().busy();
                Thread.sleep(2000);
                if (target.service().busy().minus(before).toMillis() < 1000) {
                    return List.of();
                }
            }
            return List.of("the work outlived its publisher by 30 seconds");
        }
    }

    /** States in the repository that no check survives. */
    static final class BrokenStatePush implements Attack {

        @Override
        public String sentence() {
            return "releases pushed by git whose numbers overflow or whose rule is too wide: refused in words, also at a start; the next good one is taken";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            target.remote().pull();
            String good = target.remote().head();
            String granted = "new Granted()";
            target.remote().publishWide(2, granted, "new Quota(999999999999999.999999, \"time\", \"service-year\")");
            faults.addAll(refused("the overflow", target));
            target.remote().restore(good);
            String wide = Files.readString(Path.of("bench/load/rules/wide-rule/svc.drl"));
            String plain = Files.readString(Path.of("bench/load/rules/wide/policy/1/svc.drl"));
            target.remote().publishWide(2, plain, wide);
            faults.addAll(refused("the wide rule", target));
            target.service().kill();
            target.service().start();
            faults.addAll(refused("the wide rule after a start", target));
            target.remote().restore(good);
            faults.addAll(taken(target));
            return faults;
        }

        private static List<String> refused(String what, Target target) throws Exception {
            int status = Call.post("/v1/refresh").with("X-API-Key", Service.KEY).body("").to(target.service(), LONG).status();
            List<String> faults = new ArrayList<>(status == 200 ? List.of() : List.of("a look at " + what + " got " + status));
            if (serving(target).contains("\"refused\":null")) {
                faults.add(what + " is not shown as refused");
            }
            return faults;
        }

        private static List<String> taken(Target target) throws Exception {
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                if (serving(target).contains(target.remote().head())) {
                    return List.of();
                }
                Thread.sleep(500);
            }
            return List.of("the next good state was not taken: " + serving(target));
        }

        private static String serving(Target target) throws IOException {
            return Call.get("/actuator/health/serving").with("X-API-Key", Service.KEY).to(target.service(), LONG).text();
        }
    }

    /** Many releases that are yet to come. */
    static final class ScheduledReleases implements Attack {

        private static final int RELEASES = 30;
        private static final double MAX_BYTES_EACH = 1e6;

        @Override
        public String sentence() {
            return "30 releases that hold in later years: each takes less than 1 MB of the heap until it is asked";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            double before = target.service().heapInUse();
            target.remote().pull();
            for (int i = 2; i <= RELEASES + 1; i++) {
                target.remote().addEntry(Inputs.GALAXY, target.remote().entry(i, Inputs.GALAXY, "2025.1", "2025-01-01",
                        "2026-11-22T00:00:00+08:00", "%d-01-01T00:00:00+08:00".formatted(2100 + i)));
            }
            target.remote().push("Much to come");
            Answer look = Call.post("/v1/refresh").with("X-API-Key", Service.KEY).body("").to(target.service(), LONG);
            List<String> faults = new ArrayList<>();
            if (look.status() != 200 || !look.text().contains("\"refused\":null")) {
                faults.add("they were not taken: " + look.status() + " " + look.text());
            }
            double each = (target.service().heapInUse() - before) / RELEASES;
            if (each > MAX_BYTES_EACH) {
                faults.add("each takes %.1f MB".formatted(each / 1e6));
            }
            return faults;
        }
    }
}
