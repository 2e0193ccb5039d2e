package io.quanyi.access.audit;

/** Thrown when an event cannot be written to the audit log: then what it tells of must not be done. */
public final class AuditFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailed(String message) {
        super(message);
    }

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
