package io.quanyi.workshop.index;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import java.util.List;

/**
 * A page with a generated part. The text around that part is written by hand and kept.
 *
 * @param path the path of the file from the folder of the rules
 * @param part the generated part
 * @param made whether the file is created if it is missing
 */
record GeneratedPage(String path, String part, boolean made) {

    /** The line before the generated part. */
    public static final String BEGIN = "<!-- generated: by quanyi index, down to the end marker; do not edit -->";

    /** The line after it. */
    public static final String END = "<!-- generated: end -->";

    /** The content of a new file. */
    public String whole() {
        return BEGIN + "\n\n" + part + "\n" + END + "\n";
    }

    /**
     * The content of a file with its generated part replaced.
     *
     * @throws FaultsFound if the file has no marks around its generated part
     */
    public String in(String file) {
        int begin = file.indexOf(BEGIN);
        int end = file.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new FaultsFound(List.of(fault("index-markers-missing", BEGIN + " … " + END)));
        }
        return file.substring(0, begin + BEGIN.length()) + "\n\n" + part + "\n" + file.substring(end);
    }

    /** A fault of this page. */
    public Fault fault(String code, Object... arguments) {
        return Fault.at(Position.of(path), code, arguments);
    }
}
