package bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A form with the files of a release, as a publisher sends it. */
final class Form {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Form with(String name, byte[] bytes) {
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The call that publishes it, or says what would come of it. */
    Call to(String programme, boolean dryRun) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return Call.post("/v1/programmes/" + programme + "/releases" + (dryRun ? "?dryRun=true" : ""))
                .with("X-API-Key", Service.KEY).with("If-Match", "*")
                .with("Content-Type", "multipart/form-data; boundary=part").body(all.toByteArray());
    }

    /** The files of a folder by their names. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
