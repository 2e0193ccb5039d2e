package io.quanyi;

import io.quanyi.web.coding.Gzip;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request as bytes, and how it can be damaged. */
final class HostileRequest {

    /** A header that changes what the body is; or a line that is no plain header, and may hide one. */
    private static final Pattern OF_THE_BODY = Pattern.compile(
            "(?i)(?:transfer-encoding|content-length|content-encoding|trailer)[ :].*|[A-Za-z-]*[^A-Za-z:-].*");

    private static final int MAX_LINE_LENGTH = 8_000;

    private final RandomGenerator random;
    private final List<String> headers = new ArrayList<>();
    private String method;
    private String target;
    private String query = "";
    private String version = " HTTP/1.1";
    private String body;
    private boolean measured = true;

    HostileRequest(String method, String target, List<String> headers, String body, RandomGenerator random) {
        this.method = method;
        this.target = target;
        this.body = body;
        this.random = random;
        this.headers.add("Host: localhost");
        this.headers.addAll(headers);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether its first line could stand in a request that means well. */
    boolean hasPlainLine() {
        // Of a line that is too long the server does not read the version
        String line = method + " " + target + query + version;
        return line.length() < MAX_LINE_LENGTH && line.matches("[A-Z]{1,20} /[A-Za-z0-9/._?&=%-]* HTTP/1\\.[01]");
    }

    /** Whether it is about the server and no path of it, so that the server answers by itself, and without a body. */
    boolean asksTheServerItself() {
        return method.equals("OPTIONS") && target.equals("*");
    }

    /** Does one thing to it that nobody who means well would do. */
    void damage() {
        switch (random.nextInt(16)) {
            case 0 -> method = any(HostileParts.METHODS);
            case 1 -> target = any(HostileParts.TARGETS).formatted(target);
            case 2 -> query = any(HostileParts.QUERIES);
            case 3 -> version = any(HostileParts.VERSIONS);
            case 4 -> headers.add(any(HostileParts.LINES));
            case 5 -> body = random.nextBoolean() ? any(HostileParts.BODIES) : scrambled(body);
            case 6 -> chunked();
            case 7 -> target = scrambled(target);
            case 8 -> headers.add(any(headers));
            case 9, 10, 11 -> body = changed();
            case 12 -> compressed();
            default -> header();
        }
    }

    private void chunked() {
        headers.add("Transfer-Encoding: chunked");
        body = any(HostileParts.CHUNKS);
        measured = random.nextInt(8) == 0;
    }

    private void compressed() {
        headers.add("Content-Encoding: gzip");
        body = new String(Gzip.of(body), StandardCharsets.ISO_8859_1);
    }

    private String changed() {
        JsonNode json = json();
        return json == null
                ? body
                : new String(
                        HostileJson.changed(json, random).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
    }

    /** Whether it asks one question, whose body is read as it stands here. */
    boolean asksPlainly() {
        return (method + " " + target + query + version).equals("POST /v1/decisions HTTP/1.1")
                && measured
                && headers.stream().noneMatch(line -> OF_THE_BODY.matcher(line).matches());
    }

    /** The body, if it is JSON without doubt; null if it is not. */
    @Nullable JsonNode json() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.ISO_8859_1));
            return HostileJson.STRICT.readTree(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException | JacksonException e) {
            return null;
        }
    }

    private void header() {
        String name = any(HostileHeaders.NAMES);
        if (random.nextBoolean()) {
            headers.removeIf(line -> line.startsWith(name + ":"));
        }
        String value = any(HostileHeaders.valuesOf(name));
        headers.add(name + ": " + (random.nextInt(4) == 0 ? scrambled(value) : value));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(method + " " + target + query + version + "\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        if (measured && !body.isEmpty() && headers.stream().noneMatch(line -> line.startsWith("Content-Length"))) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With a few of its characters left out, doubled, or replaced by any others. */
    private String scrambled(String text) {
        StringBuilder scrambled = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !scrambled.isEmpty(); i--) {
            int at = random.nextInt(scrambled.length());
            switch (random.nextInt(3)) {
                case 0 -> scrambled.deleteCharAt(at);
                case 1 -> scrambled.insert(at, scrambled.charAt(at));
                default -> scrambled.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return scrambled.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(1000)
                .forEach(c -> shown.append(
                        c == '\n' || (c >= ' ' && c <= '~') ? "" + (char) c : "\\x" + Integer.toHexString(c)));
        return shown.toString();
    }
}
