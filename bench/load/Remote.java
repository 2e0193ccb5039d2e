package bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A bare git repository of rules in a folder, and a checkout from which it is changed by plain git. */
final class Remote {

    /** The programme of this folder that has one rule and one service. */
    static final String WIDE = "wide";

    final Path bare;
    private final Path checkout;

    /** The shipped rules, and the small programme beside them. */
    Remote(Path folder) throws Exception {
        bare = folder.resolve("rules.git");
        checkout = folder.resolve("checkout");
        git(folder, "init", "-q", "--bare", "--initial-branch=main", bare.toString());
        git(folder, "clone", "-q", bare.toString(), checkout.toString());
        git(checkout, "symbolic-ref", "HEAD", "refs/heads/main");
        copy(Path.of("rules"), checkout);
        copy(Path.of("bench/load/rules/wide"), checkout.resolve(WIDE));
        Files.writeString(checkout.resolve(WIDE + "/releases.yaml"), "releases:\n" + entry(1, WIDE, "1", "1", "2026-11-21T00:00:00+08:00", null));
        push("Begin");
    }

    /** An entry of a ledger for versions that lie in the checkout. */
    String entry(int number, String programme, String policy, String catalogue, String publishedAt, String effectiveFrom) throws Exception {
        return "  - number: " + number + "\n    policy: " + policy + "\n    catalogue: " + catalogue + "\n    calendars: 2026-01-01\n"
                + (effectiveFrom == null ? "" : "    effectiveFrom: " + effectiveFrom + "\n")
                + "    publishedAt: " + publishedAt + "\n    publishedBy: 'bench'\n"
                + "    note: { zh-CN: '测量', en: 'Measured' }\n    digest: " + digest(programme, policy, catalogue) + "\n";
    }

    /** Adds a version of the small programme's policy, a copy of the first with another text in one place, and its release. */
    void publishWide(int number, String text, String other) throws Exception {
        Path policy = checkout.resolve(WIDE + "/policy/" + number);
        copy(checkout.resolve(WIDE + "/policy/1"), policy);
        Path rules = policy.resolve("svc.drl");
        Files.writeString(rules, Files.readString(rules).replace(text, other));
        addEntry(WIDE, entry(number, WIDE, String.valueOf(number), "1", "2026-11-22T00:00:0" + number % 10 + "+08:00", null));
        push("Release " + number);
    }

    void addEntry(String programme, String entry) throws IOException {
        Path ledger = checkout.resolve(programme + "/releases.yaml");
        Files.writeString(ledger, Files.readString(ledger) + entry);
    }

    /** Commits all that changed, and pushes it. */
    void push(String message) throws Exception {
        git(checkout, "add", "-A");
        git(checkout, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "--allow-empty", "-m", message);
        git(checkout, "push", "-q", "--force", "origin", "HEAD:main");
    }

    String head() throws Exception {
        return git(bare, "rev-parse", "main").strip();
    }

    /** Makes the branch what it was, and forgets what came after: a history that is written anew. */
    void reset(String commit) throws Exception {
        git(bare, "update-ref", "refs/heads/main", commit);
        pull();
    }

    /** Adds a commit in which all is as it was in an earlier one. */
    void restore(String commit) throws Exception {
        git(checkout, "read-tree", "-u", "--reset", commit);
        push("Take it back");
    }

    /** Takes into the checkout what services have published. */
    void pull() throws Exception {
        git(checkout, "fetch", "-q", "origin");
        git(checkout, "reset", "-q", "--hard", "origin/main");
        git(checkout, "clean", "-q", "-fd");
    }

    /** A commit that does not rest on the one before. */
    void pushUnrelated() throws Exception {
        String tree = git(bare, "rev-parse", "main^{tree}").strip();
        String commit = git(bare, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit-tree", tree, "-m", "Another history").strip();
        git(bare, "update-ref", "refs/heads/main", commit);
    }

    static String git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("quanyi-git", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ": " + Files.readString(out));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** As docs/publishing.md has it: over path, length and bytes of the files of a release, sorted by path. */
    private String digest(String programme, String policy, String catalogue) throws Exception {
        TreeMap<String, byte[]> files = new TreeMap<>(Comparator.naturalOrder());
        for (String part : List.of(programme + "/policy/" + policy, programme + "/catalogue/" + catalogue + ".yaml", "calendars/2026-01-01")) {
            try (Stream<Path> found = Files.walk(checkout.resolve(part))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(checkout.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        files.forEach((path, bytes) -> {
            sha.update((path + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        });
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }
}
