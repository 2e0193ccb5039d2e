package io.quanyi.access.audit;

/** Thrown when an event cannot be written to the audit log: the action that it is about must then not be carried out. */
public final class AuditFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailed(String message) {
        super(message);
    }

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
