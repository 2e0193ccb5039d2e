package io.quanyi.console.draft;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The address of a file in the text editor of its draft. */
public final class TextAddress {

    private TextAddress() {}

    /** The address of a file. */
    public static String of(DraftScreen screen, String file) {
        return screen.address("text") + "?file=" + UriUtils.encode(file, StandardCharsets.UTF_8);
    }

    /** The address of a line of a file, from 1; of the file as a whole for 0. */
    public static String of(DraftScreen screen, String file, int line) {
        return line == 0 ? of(screen, file) : of(screen, file) + "#line-" + line;
    }
}
