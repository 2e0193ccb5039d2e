package io.quanyi.console.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes and checks the tokens that forms of a signed-in person carry. A page of another site can make a browser send a form, but not with
 * the token of the session. The token differs from page to page, so that it cannot be guessed from the size of compressed pages.
 */
public final class FormTokens {

    private static final int NONCE_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private final List<byte[]> keys;
    private final SecureRandom random = new SecureRandom();

    FormTokens(SigningKeys keys) {
        this.keys = keys.forPurpose("quanyi-form");
    }

    /** A token for the forms of a page. */
    String of(ConsoleSession session) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = encoded(bytes);
        return nonce + "." + code(keys.get(0), nonce, session);
    }

    /** Whether a token is one of the session. */
    public boolean accepts(String token, ConsoleSession session) {
        var parts = TOKEN.matcher(token);
        return parts.matches()
                && keys.stream().anyMatch(key -> same(parts.group(2), code(key, parts.group(1), session)));
    }

    private static String code(byte[] key, String nonce, ConsoleSession session) {
        return encoded(SigningKeys.mac(key, (nonce + "." + session.id()).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
