package io.quanyi.access.audit;

import java.time.Clock;

/** Audit logs for tests of other packages. */
public final class AuditLogs {

    private AuditLogs() {}

    /** One that only the logger hears. */
    public static AuditLog withoutFile() {
        return new AuditLog(null, Clock.systemUTC());
    }
}
