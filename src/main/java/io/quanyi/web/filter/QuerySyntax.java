package io.quanyi.web.filter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Checks the query of a request: a bounded number of named parameters, in percent-encoded UTF-8. Other queries are read differently by the
 * server, Spring and filters.
 */
final class QuerySyntax {

    /** As many as the server reads ({@code server.tomcat.max-parameter-count}). */
    static final int MAX_PARAMETERS = 64;

    private QuerySyntax() {}

    static boolean holds(@Nullable String query) {
        if (query == null) {
            return true;
        }
        String[] parameters = query.split("&", -1);
        if (parameters.length > MAX_PARAMETERS) {
            return false;
        }
        for (String parameter : parameters) {
            if (parameter.startsWith("=") || !isEncoded(parameter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String parameter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < parameter.length(); i++) {
            char character = parameter.charAt(i);
            if (character != '%') {
                bytes.write(character);
                continue;
            }
            int value = i + 2 < parameter.length() ? octet(parameter, i + 1) : -1;
            if (value < 0) {
                return false;
            }
            bytes.write(value);
            i += 2;
        }
        return isUtf8(bytes.toByteArray());
    }

    private static int octet(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
