package bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** What goes wrong with a repository, one thing after the other, each mended after some seconds. */
final class GitFaults {

    private final Remote remote;
    private final ReentrantLock publishing;

    /** @param publishing held by whoever publishes: what is published in between would be lost by mending */
    GitFaults(Remote remote, ReentrantLock publishing) {
        this.remote = remote;
        this.publishing = publishing;
    }

    /** One fault, by its number. */
    void nth(int number, Service... replicas) throws Exception {
        publishing.lock();
        try {
            String good = remote.head();
            switch (number % 3) {
                case 0 -> {
                    Path away = remote.bare.resolveSibling("away.git");
                    Files.move(remote.bare, away);
                    look(replicas);
                    Files.move(away, remote.bare);
                }
                case 1 -> {
                    remote.pushUnrelated();
                    look(replicas);
                    remote.reset(good);
                }
                default -> {
                    Path object = looseCommit(good);
                    look(replicas);
                    remote.reset(good);
                    Files.delete(object);
                }
            }
        } finally {
            publishing.unlock();
        }
    }

    /** A commit on the branch whose bytes are none. */
    private Path looseCommit(String good) throws Exception {
        String commit = Remote.git(remote.bare, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit-tree", "main^{tree}", "-p", good, "-m", "Corrupt").strip();
        Path object = remote.bare.resolve("objects").resolve(commit.substring(0, 2)).resolve(commit.substring(2));
        Remote.git(remote.bare, "update-ref", "refs/heads/main", commit);
        object.toFile().setWritable(true);
        Files.write(object, new byte[] {1, 2, 3});
        return object;
    }

    private static void look(Service... replicas) throws Exception {
        for (int i = 0; i < 3; i++) {
            for (Service replica : replicas) {
                try {
                    Call.post("/v1/refresh").with("X-API-Key", Service.KEY).body("").to(replica, Duration.ofSeconds(30));
                } catch (IOException e) {
                    // One of them may be dead at this moment
                }
            }
            Thread.sleep(700);
        }
    }
}
