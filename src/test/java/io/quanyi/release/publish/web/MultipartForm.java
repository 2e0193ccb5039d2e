package io.quanyi.release.publish.web;

import io.quanyi.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A multipart form with files, in the format that curl sends. */
final class MultipartForm {

    static final String TYPE = "multipart/form-data; boundary=quanyi-test";

    private final List<SourceFile> parts = new ArrayList<>();
    private final StringBuilder unchosen = new StringBuilder();
    private boolean ends = true;

    static MultipartForm of(String meta) {
        return new MultipartForm().with("meta", meta);
    }

    MultipartForm with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    MultipartForm with(String name, byte[] bytes) {
        parts.add(new SourceFile(name, bytes));
        return this;
    }

    /** Adds a part in whose place no file was chosen: in Swagger UI it has no file, in a page an empty one without a name. */
    MultipartForm unchosen(String name, boolean ofPage) {
        unchosen.append("--quanyi-test\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (ofPage ? "; filename=\"\"\r\nContent-Type: application/octet-stream" : "") + "\r\n\r\n\r\n");
        return this;
    }

    /** The form without its last bytes. */
    MultipartForm cutOff() {
        ends = false;
        return this;
    }

    BodyPublisher body() {
        return BodyPublishers.ofByteArray(bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (SourceFile part : parts) {
            body.writeBytes(("--quanyi-test\r\nContent-Disposition: form-data; name=\"" + part.path()
                            + "\"; filename=\"" + part.path() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(unchosen.toString().getBytes(StandardCharsets.UTF_8));
        if (ends) {
            body.writeBytes("--quanyi-test--\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return body.toByteArray();
    }

    /** A zip of texts by their names. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
