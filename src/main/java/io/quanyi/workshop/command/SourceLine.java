package io.quanyi.workshop.command;

/**
 * A line of a source file as it is shown for a fault: the part of it around the fault, and the blanks that place a mark below it.
 *
 * @param shown the part of the line, without control characters
 * @param below as many blanks as the part is wide before the fault
 */
record SourceLine(String shown, String below) {

    /** The most characters that are shown; a longer line is shown from a little before the fault on. */
    private static final int WIDEST = 160;

    private static final int LEAD = 40;

    /**
     * Cuts the part out of a line.
     *
     * @param column the place of the fault, from 1, in characters
     */
    static SourceLine of(String line, int column) {
        int from = column > WIDEST - LEAD ? column - LEAD : 1;
        StringBuilder shown = new StringBuilder();
        StringBuilder below = new StringBuilder();
        int[] points = line.codePoints().skip(from - 1L).limit(WIDEST).toArray();
        for (int i = 0; i < points.length; i++) {
            int point = TerminalText.safe(points[i]);
            shown.appendCodePoint(point);
            if (from + i < column) {
                below.append(TerminalText.isWide(point) ? "  " : " ");
            }
        }
        return new SourceLine(shown.toString(), below.toString());
    }
}
