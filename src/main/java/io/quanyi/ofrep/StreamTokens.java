package io.quanyi.ofrep;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the tokens in the addresses of streams of events. A browser cannot send credentials with such an address, so it holds
 * a token that a caller with credentials was given: the programme, an end, and a keyed hash of both. A token lets its bearer learn when answers
 * about the programme may have changed, and nothing else.
 */
final class StreamTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    /** A page that is open over night asks again in the morning. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret the text that replicas share; null for a secret of this process */
    StreamTokens(@Nullable String secret, Clock clock) {
        this.key = new SecretKeySpec(secret == null ? random() : secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** A token for the streams of a programme. */
    String make(String programme) {
        long end = clock.instant().plus(LIFE).getEpochSecond();
        return end + "." + hash(programme, end);
    }

    /** Whether a token was made for a programme and has not ended. */
    boolean permits(String programme, String token) {
        String[] parts = token.split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,12}")) {
            return false;
        }
        long end = Long.parseLong(parts[0]);
        boolean made = MessageDigest.isEqual(
                hash(programme, end).getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.UTF_8));
        return made && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    private String hash(String programme, long end) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(("ofrep " + programme + " " + end).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
