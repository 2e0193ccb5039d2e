package io.quanyi.release.publish.upload;

import java.util.List;

/** A zip that is not taken: the code of the reason, and the file in it that the reason is about. */
final class ZipRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String name;

    /** @param name of a file in the zip; empty where the reason is about the whole */
    ZipRefused(String code, String name) {
        super(code + " " + name);
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    /** What fills the text of the code. */
    List<String> arguments() {
        return name.isEmpty() ? List.of() : List.of(name);
    }
}
