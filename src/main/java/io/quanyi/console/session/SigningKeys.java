package io.quanyi.console.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign the values which browsers keep for the service: one key for each secret and purpose, so that a value for one purpose
 * is not accepted for another.
 */
final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    private final List<byte[]> secrets;

    private SigningKeys(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /** The keys of configured secrets; without any, of one that this process has alone. */
    static SigningKeys of(List<String> secrets) {
        if (secrets.isEmpty()) {
            LOG.info(
                    "quanyi.console.session.secrets is not set: sign-ins to the console end with this process, and other"
                            + " replicas do not know them");
            return ofThisProcess();
        }
        return new SigningKeys(secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** The keys of a secret that this process has alone. */
    static SigningKeys ofThisProcess() {
        return new SigningKeys(List.of(random()));
    }

    /** The keys for a purpose, that of the newest secret first. */
    List<byte[]> forPurpose(String purpose) {
        byte[] words = purpose.getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> mac(secret, words)).toList();
    }

    /** The authentication code of a text (HMAC with SHA-256). */
    static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] random() {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
