package io.quanyi.release.publish.upload;

import java.util.List;

/** The refusal of a zip: a code, and the file in the zip that it is about. */
final class ZipRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String name;

    /** @param name the path of a file in the zip; empty for the whole zip */
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

    /** The arguments of the code's text. */
    List<String> arguments() {
        return name.isEmpty() ? List.of() : List.of(name);
    }
}
