package io.quanyi.console.session;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.KeyHolder;
import io.quanyi.access.credentials.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseCookie;

/**
 * Begins sessions, and reads them off requests. A session is a signed cookie, and any replica with the same secrets and credentials knows it. It
 * ends when it is idle for too long, when it gets too old, and when its credential is removed or changed.
 */
public final class Sessions {

    private static final ConsoleCookie COOKIE = new ConsoleCookie("quanyi-session", "Strict");
    private static final String NAME = "name";
    private static final String ROLES = "roles";
    private static final String CREDENTIAL = "credential";
    private static final String SIGNED_IN = "auth_time";
    private static final int MAX_NAME_LENGTH = 100;

    /** Clocks of replicas differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** A session that was seen longer ago gets a new cookie. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SignedClaims claims;
    private final AcceptedCredentials credentials;
    private final SessionProperties properties;
    private final Clock clock;

    Sessions(SigningKeys keys, AcceptedCredentials credentials, SessionProperties properties, Clock clock) {
        this.claims = new SignedClaims("quanyi-session", keys);
        this.credentials = credentials;
        this.properties = properties;
        this.clock = clock;
    }

    /** A new session of the holder of an API key, who is called as the key. */
    public ConsoleSession begin(KeyHolder holder) {
        String name = holder.principal().substring(holder.principal().indexOf(':') + 1);
        return begin(holder.principal(), name, holder.roles(), holder.fingerprint());
    }

    /** A new session of a person whom the issuer of tokens identified. */
    public ConsoleSession begin(String principal, String name, Set<Role> roles) {
        String shown = name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
        return begin(
                principal, shown, roles, credentials.fingerprintOf(principal).orElseThrow());
    }

    private ConsoleSession begin(String principal, String name, Set<Role> roles, String credential) {
        Instant now = now();
        return new ConsoleSession(UUID.randomUUID().toString(), principal, name, roles, credential, now, now);
    }

    /** The session of a request; empty if it has none, or one that is forged, too old or of a credential that has changed. */
    Optional<ConsoleSession> of(HttpServletRequest request) {
        return COOKIE.of(request)
                .flatMap(claims::read)
                .flatMap(Sessions::session)
                .filter(this::holds);
    }

    /** Whether a request shows a session, be it one that does not hold. */
    public static boolean isShownBy(HttpServletRequest request) {
        return COOKIE.isIn(request);
    }

    /** The cookie that keeps a session. */
    public ResponseCookie cookie(ConsoleSession session, HttpServletRequest request) {
        String signed = claims.signed(new JWTClaimsSet.Builder()
                .jwtID(session.id())
                .subject(session.principal())
                .claim(NAME, session.name())
                .claim(ROLES, session.roles().stream().map(Role::word).sorted().toList())
                .claim(CREDENTIAL, session.credential())
                .claim(SIGNED_IN, session.signedIn().getEpochSecond())
                .issueTime(Date.from(session.seen()))
                .build());
        return COOKIE.set(signed, Duration.between(now(), end(session)), request);
    }

    /** The cookie that takes a session out of a browser. */
    public static ResponseCookie removal(HttpServletRequest request) {
        return COOKIE.remove(request);
    }

    /** The session as of this request, if its cookie should be renewed. */
    Optional<ConsoleSession> renewed(ConsoleSession session) {
        Instant now = now();
        return session.seen().plus(FRESH).isAfter(now) ? Optional.empty() : Optional.of(session.seenAt(now));
    }

    private boolean holds(ConsoleSession session) {
        Instant now = now();
        return now.isBefore(end(session))
                && !session.seen().isAfter(now.plus(SKEW))
                && credentials
                        .fingerprintOf(session.principal())
                        .filter(session.credential()::equals)
                        .isPresent();
    }

    private Instant end(ConsoleSession session) {
        Instant idle = session.seen().plus(properties.idle());
        Instant longest = session.signedIn().plus(properties.longest());
        return idle.isBefore(longest) ? idle : longest;
    }

    private Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private static Optional<ConsoleSession> session(JWTClaimsSet claims) {
        try {
            Set<Role> roles = Optional.ofNullable(claims.getStringListClaim(ROLES)).orElse(List.of()).stream()
                    .flatMap(word -> Role.of(word).stream())
                    .collect(Collectors.toUnmodifiableSet());
            return Optional.of(new ConsoleSession(
                    claims.getJWTID(),
                    claims.getSubject(),
                    claims.getStringClaim(NAME),
                    roles,
                    claims.getStringClaim(CREDENTIAL),
                    Instant.ofEpochSecond(claims.getLongClaim(SIGNED_IN)),
                    claims.getIssueTime().toInstant()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
