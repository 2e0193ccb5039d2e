package io.quanyi.workshop.command;

/** A word of a command that is shown to be copied: in the quotes that a shell needs, if it has blanks, quotes and the like. */
public final class ShellWord {

    private ShellWord() {}

    /** The word as it is typed. */
    public static String of(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
