package io.quanyi.access.audit;

import io.quanyi.text.EnumCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the audit log: an attempt to change decisions, or its end; or a change of a draft, or something that a person did in the console.
 *
 * @param caller the caller who attempted it
 * @param action the kind of action
 * @param outcome its result
 * @param programme the programme; null where it is about all of them
 * @param status the HTTP status it was answered with; null before there is one
 * @param code the code of the problem; null if it ended without one
 * @param release the number of the release that came of it
 * @param digest the digest of that release
 * @param accept the warnings that the caller accepted; null if there were none
 * @param path the path that was called; null where the action and the programme say it
 */
public record AuditEvent(
        Caller caller,
        Action action,
        Outcome outcome,
        @Nullable String programme,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable Integer release,
        @Nullable String digest,
        @Nullable List<String> accept,
        @Nullable String path) {

    /** The kinds of actions that are logged. */
    public enum Action {
        PUBLISH,
        DRY_RUN,
        ROLLBACK,
        WITHDRAWAL,
        SUBMIT,
        APPROVE,
        REFRESH,
        /** A change of a draft. */
        EDIT,
        /** A draft, or a file of one, is removed. */
        REMOVE,
        /** A comment on a draft is written, answered or settled. */
        COMMENT,
        /** Long work about a draft is begun or ended: its cases, its impact. */
        TRIAL,
        SIGN_IN,
        SIGN_OUT;

        /** The word for it in the log. */
        public String word() {
            return EnumCode.of(this);
        }
    }

    /** How it went. */
    public enum Outcome {
        BEGUN,
        ACCEPTED,
        REFUSED,
        /** Something broke on the way. */
        FAILED,
        /** The process ended before it did: it may have been done or not. */
        UNKNOWN;

        /** The word for it in the log. */
        public String word() {
            return EnumCode.of(this);
        }
    }

    /** The start of the attempt. */
    static AuditEvent begun(Caller caller, Action action, @Nullable String programme) {
        return new AuditEvent(caller, action, Outcome.BEGUN, programme, null, null, null, null, null, null);
    }

    /** The success of the attempt. */
    public static AuditEvent accepted(Caller caller, Action action, @Nullable String programme, int status) {
        return new AuditEvent(caller, action, Outcome.ACCEPTED, programme, status, null, null, null, null, null);
    }

    /** The refusal of the attempt. */
    public static AuditEvent refused(
            Caller caller, Action action, @Nullable String programme, int status, String code) {
        return new AuditEvent(caller, action, Outcome.REFUSED, programme, status, code, null, null, null, null);
    }

    /** The failure of the attempt by a fault of the service. */
    public static AuditEvent failed(Caller caller, Action action, @Nullable String programme, int status, String code) {
        return new AuditEvent(caller, action, Outcome.FAILED, programme, status, code, null, null, null, null);
    }

    /** The end of an attempt whose process ended first, so that its result is unknown. */
    static AuditEvent unknown(Caller caller, Action action, @Nullable String programme) {
        return new AuditEvent(caller, action, Outcome.UNKNOWN, programme, null, null, null, null, null, null);
    }

    /** With the release that came of it. */
    public AuditEvent ofRelease(int number, String releaseDigest) {
        return new AuditEvent(caller, action, outcome, programme, status, code, number, releaseDigest, accept, path);
    }

    /** The same event, with the risks that the caller accepted. */
    public AuditEvent accepting(@Nullable List<String> accepted) {
        return new AuditEvent(caller, action, outcome, programme, status, code, release, digest, accepted, path);
    }

    /** The same event, of a call of a path. */
    public AuditEvent at(String address) {
        return new AuditEvent(caller, action, outcome, programme, status, code, release, digest, accept, address);
    }

    /** Whether callers without credentials can cause it, any number of times. */
    boolean isUpToAnybody() {
        return caller.isAnonymous() && outcome == Outcome.REFUSED;
    }
}
