package io.quanyi.access;

import java.time.Clock;

/** Audit logs for tests of other packages. */
public final class Audits {

    private Audits() {}

    /** One that only the logger hears. */
    public static AuditLog withoutFile() {
        return new AuditLog(null, Clock.systemUTC());
    }
}
