package io.quanyi.access.credentials;

import io.quanyi.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key that a caller shows with each request: {@code qk_<id>_<secret>}. Only its hash is ever stored. */
public final class ApiKey {

    /** How every key begins. */
    static final String PREFIX = "qk_";

    private static final int SECRET_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern TEXT = Pattern.compile(PREFIX + "(" + ID + ")_[A-Za-z0-9_-]{43}");
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /**
     * Makes a new key.
     *
     * @throws IllegalArgumentException if the id is none
     */
    public static ApiKey make(String id, SecureRandom random) {
        if (!isId(id)) {
            throw new IllegalArgumentException("no id of a key: " + id);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ApiKey(
                PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether a key may be called so: up to 40 small letters, digits and hyphens. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The key itself, which the caller shows. */
    public String text() {
        return text;
    }

    /** The hash of the key, which the service keeps. */
    public String hash() {
        return hashOf(text);
    }

    static boolean isHash(String hash) {
        return HASH.matcher(hash).matches();
    }

    /** The id in the text of a key; empty if the text has another form. */
    static Optional<String> idOf(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The hash of a key, as the configuration has it. */
    public static String hashOf(String text) {
        return Sha256.named(text);
    }
}
