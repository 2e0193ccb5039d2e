package io.quanyi.store.git;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/** Failures of a git repository as failures of a store. */
public final class GitFailures {

    private GitFailures() {}

    /** A failure of the remote repository or of the connection. */
    static StoreFailure ofRemote(IOException failure, int status) {
        return isDamage(failure) ? corrupt(failure) : unreachable(GitFailureReason.of(failure, status), failure);
    }

    /** A failure to read the copy, caused by the machine or by damaged content. */
    public static StoreFailure ofReading(IOException failure) {
        return isOfTheMachine(failure) ? unreachable(GitFailureReason.LOCAL, failure) : corrupt(failure);
    }

    /** A failure to write the copy, caused by the machine or by missing content. */
    public static StoreFailure ofWriting(IOException failure) {
        return isDamage(failure) ? corrupt(failure) : unreachable(GitFailureReason.LOCAL, failure);
    }

    static StoreUnavailable unreachable(GitFailureReason reason, Throwable cause) {
        return new StoreUnavailable(Fault.at("", "store-unreachable", reason.argument()), cause);
    }

    /** The store was closed. */
    static StoreUnavailable closed() {
        return new StoreUnavailable(Fault.at("", "store-unreachable", GitFailureReason.CLOSED.argument()));
    }

    /** A push was sent, and no response came. */
    public static StoreUnavailable outcomeUnknown(Throwable cause) {
        return new StoreUnavailable(Fault.at("", "store-outcome-unknown"), cause);
    }

    static StoreMoved moved(String base, ObjectId tip) {
        return new StoreMoved(Fault.at("", "store-moved", base, tip.name()));
    }

    static StoreRefused corrupt(Throwable cause) {
        return new StoreRefused(Fault.at("", "store-corrupt"), cause);
    }

    static StoreRefused rewritten(ObjectId tip, ObjectId base) {
        return new StoreRefused(Fault.at("", "store-rewritten", tip.name(), base.name()));
    }

    static StoreRefused branchMissing(String branch) {
        return new StoreRefused(Fault.at("", "store-branch-missing", branch));
    }

    static StoreRefused notEmpty(String branch) {
        return new StoreRefused(Fault.at(Position.of(branch), "store-not-empty"));
    }

    static StoreRefused pathMissing(String path, ObjectId commit) {
        return new StoreRefused(Fault.at("", "store-path-missing", path, commit.name()));
    }

    /**
     * The remote refused a push.
     *
     * @param why a reason, or the message of the remote
     */
    public static StoreRefused pushRefused(String why) {
        return new StoreRefused(Fault.at("", "store-push-refused", why));
    }

    static StoreRefused scheme(String scheme) {
        return new StoreRefused(Fault.at("", "store-scheme", scheme));
    }

    /** @param name the name of the setting; its value may be a secret */
    static StoreRefused setting(String name) {
        return new StoreRefused(Fault.at("", "store-setting", name));
    }

    static StoreRefused name(String path) {
        return new StoreRefused(Fault.at("", "store-name-refused", path));
    }

    /** An entry that is no plain file. */
    public static StoreRefused notAFile(String path) {
        return new StoreRefused(Fault.at(Position.of(path), "store-entry-not-a-file"));
    }

    static StoreRefused exists(String path) {
        return new StoreRefused(Fault.at("", "store-file-exists", path));
    }

    /** Content beyond the bounds. */
    public static StoreRefused tooLarge(GitBounds bounds) {
        return new StoreRefused(Fault.at("", "store-too-large", bounds.files(), bounds.fileBytes(), bounds.bytes()));
    }

    private static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingObjectException
                    || cause instanceof CorruptObjectException
                    || cause instanceof IncorrectObjectTypeException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheMachine(IOException failure) {
        return failure instanceof FileSystemException || failure instanceof FileNotFoundException;
    }
}
