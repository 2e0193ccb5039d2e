package bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer.
 *
 * @param status 0 where the connection was closed without one
 * @param head the lines before the body
 * @param body without chunks
 */
record Answer(int status, String head, byte[] body) {

    static Answer of(byte[] bytes) throws IOException {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        if (all.isEmpty()) {
            return new Answer(0, "", bytes);
        }
        int end = all.indexOf("\r\n\r\n");
        if (!all.matches("(?s)HTTP/1\\.[01] \\d{3}.*") || end < 0) {
            throw new IOException("no answer of HTTP: " + all.substring(0, Math.min(40, all.length())));
        }
        String head = all.substring(0, end + 2);
        byte[] body = all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(all.substring(9, 12)), head, chunked ? joined(body) : body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header; empty if there is none. */
    String header(String name) {
        return head.lines().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
    }

    /** Whether it says that there is too much to do now, and when to come again. */
    boolean isShed() {
        return (status == 429 || status == 503) && !header("Retry-After").isEmpty();
    }

    private static byte[] joined(byte[] chunks) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int end = at;
            while (end < chunks.length && chunks[end] != '\r') {
                end++;
            }
            int length = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.US_ASCII).strip(), 16);
            if (length == 0) {
                return all.toByteArray();
            }
            if (end + 2 + length > chunks.length) {
                throw new IOException("an answer that was cut");
            }
            all.write(chunks, end + 2, length);
            at = end + 2 + length + 2;
        }
        throw new IOException("an answer without its end");
    }
}
