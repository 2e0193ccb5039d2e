package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The reasons why a database cannot be used. The list is closed, so that no text of a server and no secret gets into a
 * message.
 */
enum DatabaseFailureReason {
    BROKE_OFF("broke-off"),
    BUSY("busy"),
    CLOSED("closed"),
    FAILED("failed"),
    FORBIDDEN("forbidden"),
    FULL("full"),
    LOGIN_REFUSED("login-refused"),
    MISSING("missing"),
    NOT_ANSWERED("not-answered"),
    NOT_CONNECTED("not-connected"),
    NOT_TRUSTED("not-trusted"),
    READ_ONLY("read-only");

    /** By states of SQL, of which the first two characters are a class. */
    private static final Map<String, DatabaseFailureReason> BY_STATE = Map.ofEntries(
            Map.entry("08001", NOT_CONNECTED),
            Map.entry("08004", LOGIN_REFUSED),
            Map.entry("08", BROKE_OFF),
            Map.entry("28", LOGIN_REFUSED),
            Map.entry("3D000", MISSING),
            Map.entry("42501", FORBIDDEN),
            Map.entry("25006", READ_ONLY),
            Map.entry("53100", FULL),
            Map.entry("53", BUSY),
            Map.entry("55P03", NOT_ANSWERED),
            Map.entry("57014", NOT_ANSWERED),
            Map.entry("57P03", BUSY),
            Map.entry("57", BROKE_OFF));

    private final String code;

    DatabaseFailureReason(String code) {
        this.code = code;
    }

    /** The reason as an argument of a fault, with a text in both languages. */
    String argument() {
        return Fault.text(textCode());
    }

    String textCode() {
        return "database." + code;
    }

    static DatabaseFailureReason of(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return NOT_TRUSTED;
            }
            if (cause instanceof SocketTimeoutException) {
                return NOT_ANSWERED;
            }
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        DatabaseFailureReason exact = BY_STATE.get(state);
        return exact == null ? BY_STATE.getOrDefault(state.substring(0, Math.min(2, state.length())), FAILED) : exact;
    }
}
