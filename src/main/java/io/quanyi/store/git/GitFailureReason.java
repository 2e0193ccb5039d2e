package io.quanyi.store.git;

import io.quanyi.source.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * The reasons why a repository cannot be used. The list is closed, so that no text of a server and no secret gets into
 * a message.
 */
enum GitFailureReason {
    BROKE_OFF("broke-off"),
    CLOSED("closed"),
    FORBIDDEN("forbidden"),
    FULL("full"),
    LOCAL("local-copy"),
    LOGIN_REFUSED("login-refused"),
    NOT_ANSWERED("not-answered"),
    NOT_CONNECTED("not-connected"),
    NOT_FOUND("not-found"),
    NOT_TRUSTED("not-trusted"),
    READ_ONLY("read-only"),
    REDIRECTED("redirected"),
    SERVER_FAILED("server-failed");

    private final String code;

    GitFailureReason(String code) {
        this.code = code;
    }

    /** The reason as an argument of a fault, with a text in both languages. */
    String argument() {
        return Fault.text(textCode());
    }

    String textCode() {
        return "reason." + code;
    }

    /** The reason of an exception, given the status of the last response or 0 if there was none. */
    static GitFailureReason of(Throwable failure, int status) {
        GitFailureReason said = ofStatus(status);
        if (said != null) {
            return said;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            GitFailureReason reason = ofCause(cause);
            if (reason != null) {
                return reason;
            }
        }
        return BROKE_OFF;
    }

    private static @Nullable GitFailureReason ofStatus(int status) {
        return switch (status / 100) {
            case 3 -> REDIRECTED;
            case 4 -> status == 401 ? LOGIN_REFUSED : status == 404 ? NOT_FOUND : FORBIDDEN;
            case 5 -> SERVER_FAILED;
            default -> null;
        };
    }

    private static @Nullable GitFailureReason ofCause(Throwable cause) {
        if (cause instanceof InterruptedIOException) {
            return NOT_ANSWERED;
        }
        if (cause instanceof SSLException) {
            return NOT_TRUSTED;
        }
        if (cause instanceof SocketException || cause instanceof UnknownHostException) {
            return NOT_CONNECTED;
        }
        if (cause instanceof NotSupportedException) {
            return READ_ONLY;
        }
        if (isOfAFullDisk(cause)) {
            return FULL;
        }
        return cause instanceof NoRemoteRepositoryException ? NOT_FOUND : null;
    }

    /** Whether what was fetched found no room in the copy. Java has no exception of its own for that. */
    private static boolean isOfAFullDisk(Throwable cause) {
        return cause instanceof IOException
                && cause.getMessage() != null
                && cause.getMessage().contains("No space left");
    }
}
