package io.quanyi.workshop;

/**
 * The part of a line that is shown, and what stands below it up to a place in it.
 *
 * @param shown the part of the line, without what a terminal would take for orders
 * @param below as many blanks as the part is wide before the place
 */
record Excerpt(String shown, String below) {

    /** A longer line is shown from a little before the place on. */
    private static final int WIDEST = 160;

    private static final int LEAD = 40;

    /** @param column from 1, in characters */
    static Excerpt of(String line, int column) {
        int from = column > WIDEST - LEAD ? column - LEAD : 1;
        StringBuilder shown = new StringBuilder();
        StringBuilder below = new StringBuilder();
        int[] points = line.codePoints().skip(from - 1L).limit(WIDEST).toArray();
        for (int i = 0; i < points.length; i++) {
            int point = safe(points[i]);
            shown.appendCodePoint(point);
            if (from + i < column) {
                below.append(isWide(point) ? "  " : " ");
            }
        }
        return new Excerpt(shown.toString(), below.toString());
    }

    private static int safe(int point) {
        if (point == '\t') {
            return ' ';
        }
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '\uFFFD' : point;
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /** Whether a character takes two columns of a terminal. */
    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF01 && point <= 0xFF60);
    }
}
