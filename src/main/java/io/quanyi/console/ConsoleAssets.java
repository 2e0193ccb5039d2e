package io.quanyi.console;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Serves the styles and scripts of the console, each under an address that names its content, so that browsers keep it. */
@ConsoleScreen
class ConsoleAssets {

    /** The file of the styles. */
    static final String STYLES = "console.css";

    private static final List<String> FILES = List.of(STYLES, "draft-job.js", "draft-text.js", "draft-words.js");
    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, ResponseEntity<byte[]>> answers = new HashMap<>();

    ConsoleAssets() throws IOException {
        for (String name : FILES) {
            try (InputStream file = Objects.requireNonNull(ConsoleAssets.class.getResourceAsStream(name), name)) {
                byte[] bytes = file.readAllBytes();
                String address = "/console/assets/" + DigestUtils.md5DigestAsHex(bytes) + "/" + name;
                addresses.put(name, address);
                answers.put(address, answer(bytes, name.equals(STYLES) ? CSS : SCRIPT));
            }
        }
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(bytes);
    }

    /** The address of a file. */
    String address(String name) {
        return Objects.requireNonNull(addresses.get(name), name);
    }

    /** Gives a file; 404 for one of another version. */
    @GetMapping("/console/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        ResponseEntity<byte[]> answer = answers.get("/console/assets/" + version + "/" + name);
        if (answer == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer;
    }
}
