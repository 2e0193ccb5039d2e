package io.quanyi.workshop.index;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import java.util.List;

/**
 * A page of which a part is generated. People may write around that part; a page that is not there yet is nothing else.
 *
 * @param path the file, from the folder of the rules
 * @param part the generated part
 * @param made whether the file is made where it is missing; the others are written only where somebody keeps them
 */
public record GeneratedPage(String path, String part, boolean made) {

    /** The line before the generated part. */
    public static final String BEGIN = "<!-- generated: by quanyi index, down to the end marker; do not edit -->";

    /** The line after it. */
    public static final String END = "<!-- generated: end -->";

    /** The whole file where there is none yet. */
    public String whole() {
        return BEGIN + "\n\n" + part + "\n" + END + "\n";
    }

    /**
     * The file with the generated part as it must be, and everything around it as it is.
     *
     * @throws FaultsFound if the file does not say where its generated part begins and ends
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
