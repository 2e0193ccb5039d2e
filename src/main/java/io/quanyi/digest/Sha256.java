package io.quanyi.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest (FIPS 180-4) of bytes that are given in one part or several. Not safe for use by several threads. */
public final class Sha256 {

    private static final String NAMED = "sha256:";

    private final MessageDigest digest;

    /** Begins with no bytes. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of bytes, as 64 hexadecimal digits in lower case. */
    public static String hex(byte[] bytes) {
        return new Sha256().with(bytes).hex();
    }

    /** The digest of a text in UTF-8 with the name of the algorithm before it, such as {@code sha256:9f86…}. */
    public static String named(String text) {
        return new Sha256().with(text).named();
    }

    /** Adds bytes. */
    public Sha256 with(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds a text, in UTF-8. */
    public Sha256 with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all parts as 64 hexadecimal digits; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of all parts with the name of the algorithm before it; begins anew. */
    public String named() {
        return NAMED + hex();
    }
}
