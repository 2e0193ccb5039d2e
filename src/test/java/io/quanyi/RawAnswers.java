package io.quanyi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answers that stand in the bytes of a connection, cut where HTTP/1.1 says that each ends. */
public final class RawAnswers {

    /**
     * One answer.
     *
     * @param status the status
     * @param head the lines of its header, the first one included
     * @param body what follows
     */
    public record RawAnswer(int status, List<String> head, String body) {

        /** The value of a header; empty if there is none. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private static final String END = "\r\n\r\n";

    private final String bytes;
    private int position;

    private RawAnswers(String bytes) {
        this.bytes = bytes;
    }

    /**
     * Cuts them.
     *
     * @param withoutBody whether the first one has none, as to HEAD
     * @throws IllegalStateException if they are no answers
     */
    public static List<RawAnswer> of(byte[] bytes, boolean withoutBody) {
        return new RawAnswers(new String(bytes, StandardCharsets.ISO_8859_1)).all(withoutBody);
    }

    /**
     * Reads one answer off a connection, and nothing behind it.
     *
     * @throws EOFException if the connection ends before that; the message holds what has come
     */
    public static RawAnswer read(InputStream connection) throws IOException {
        RawAnswer head = readHead(connection);
        StringBuilder bytes = new StringBuilder(String.join("\r\n", head.head())).append(END);
        String length = head.header("Content-Length");
        if (!length.isEmpty()) {
            readMore(Integer.parseInt(length), connection, bytes);
        } else if (head.header("Transfer-Encoding").equals("chunked")) {
            readTo("\r\n0" + END, connection, bytes);
        } else {
            bytes.append(new String(connection.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        return new RawAnswers(bytes.toString()).next(false);
    }

    /** Reads one answer without a body off a connection, as to HEAD; {@link EOFException} as above. */
    public static RawAnswer readHead(InputStream connection) throws IOException {
        StringBuilder bytes = new StringBuilder();
        readTo(END, connection, bytes);
        return new RawAnswers(bytes.toString()).next(true);
    }

    private static void readTo(String end, InputStream connection, StringBuilder bytes) throws IOException {
        do {
            readMore(1, connection, bytes);
        } while (bytes.length() < end.length() || bytes.indexOf(end, bytes.length() - end.length()) < 0);
    }

    private static void readMore(int count, InputStream connection, StringBuilder bytes) throws IOException {
        byte[] more = connection.readNBytes(count);
        bytes.append(new String(more, StandardCharsets.ISO_8859_1));
        if (more.length < count) {
            throw new EOFException("ended after: " + bytes);
        }
    }

    private List<RawAnswer> all(boolean withoutBody) {
        List<RawAnswer> answers = new ArrayList<>();
        while (position < bytes.length()) {
            RawAnswer answer = next(withoutBody && answers.isEmpty());
            if (answer.status() >= 200) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private RawAnswer next(boolean withoutBody) {
        int end = bytes.indexOf(END, position);
        if (end < 0 || !bytes.startsWith("HTTP/1.1 ", position)) {
            throw new IllegalStateException("no answer: " + bytes.substring(position));
        }
        List<String> head = bytes.substring(position, end).lines().toList();
        position = end + END.length();
        int status = Integer.parseInt(head.get(0).substring(9, 12));
        RawAnswer bare = new RawAnswer(status, head, "");
        boolean empty = withoutBody || status < 200 || status == 204 || status == 304;
        return empty ? bare : new RawAnswer(status, head, body(bare));
    }

    private String body(RawAnswer answer) {
        if (answer.header("Transfer-Encoding").equals("chunked")) {
            return chunks();
        }
        String length = answer.header("Content-Length");
        return take(length.isEmpty() ? bytes.length() - position : Integer.parseInt(length));
    }

    private String chunks() {
        StringBuilder body = new StringBuilder();
        while (position < bytes.length()) {
            int end = bytes.indexOf("\r\n", position);
            int size = Integer.parseInt(bytes.substring(position, end), 16);
            position = end + 2;
            body.append(take(size));
            position += 2;
            if (size == 0) {
                break;
            }
        }
        return body.toString();
    }

    private String take(int length) {
        int from = position;
        position = Math.min(bytes.length(), from + length);
        return bytes.substring(from, position);
    }
}
