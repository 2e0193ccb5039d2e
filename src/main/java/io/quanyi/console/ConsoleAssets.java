package io.quanyi.console;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Serves the styles of the console under an address that names their content, so that browsers keep them. */
@ConsoleScreen
class ConsoleAssets {

    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");

    private final byte[] styles;
    private final String digest;

    ConsoleAssets() throws IOException {
        try (InputStream file = Objects.requireNonNull(ConsoleAssets.class.getResourceAsStream("console.css"))) {
            styles = file.readAllBytes();
        }
        digest = DigestUtils.md5DigestAsHex(styles);
    }

    /** The address of the styles. */
    String styles() {
        return "/console/assets/" + digest + "/console.css";
    }

    /** Gives the styles; 404 for those of another version. */
    @GetMapping("/console/assets/{version}/console.css")
    ResponseEntity<byte[]> styles(@PathVariable String version) {
        if (!version.equals(digest)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(styles.clone());
    }
}
