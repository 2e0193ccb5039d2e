package io.quanyi.access;

/** An event could not be written down: what was to be done must not be. */
public final class AuditFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailed(String message) {
        super(message);
    }

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
