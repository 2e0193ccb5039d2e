package io.quanyi.workshop.spreadsheet;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The filled rows of one sheet of a spreadsheet.
 *
 * @param file the file, as the author named it
 * @param rows the rows that have a cell with text, from the top
 */
public record Spreadsheet(String file, List<Row> rows) {

    /** The most filled rows. */
    static final int MAX_ROWS = 2000;

    /** The most columns. */
    static final int MAX_COLUMNS = 100;

    /** The most characters of a cell. */
    static final int MAX_CELL_LENGTH = 1000;

    /** A cell: its text without blanks around it, and whether it could be read; one that could not is named by a fault. */
    public record Cell(String text, boolean isSound) {

        /** A cell without text. */
        static final Cell EMPTY = new Cell("", true);

        /** A cell that a fault was added for. */
        static final Cell FAULTY = new Cell("", false);

        /** Whether the cell is blank. */
        public boolean isBlank() {
            return isSound && text.isEmpty();
        }
    }

    /** A row: its number, from 1, and its cells from column A on. */
    public record Row(int number, List<Cell> cells) {

        /** The cell in a column, counted from 0; an empty one to the right of the last. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    /** The position of a cell, its column counted from 0. */
    public Position position(int row, int column) {
        return new Position(file, row, column + 1);
    }

    /** The name of a cell as spreadsheets show it, such as {@code B7}; its column is counted from 0. */
    public static String name(int row, int column) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters + row;
    }

    /** Collects the cells of a sheet in their order, within the bounds. */
    static final class Builder {

        private final String file;
        private final Faults faults;
        private final List<Row> rows = new ArrayList<>();
        private int number;
        private List<Cell> cells = new ArrayList<>();
        private final List<Block> merged = new ArrayList<>();

        /** Cells that are merged: the first has the text, and the others are blank. */
        private record Block(int top, int left, int bottom, int right) {}

        Builder(String file, Faults faults) {
            this.file = file;
            this.faults = faults;
        }

        /** Ends the row before, and begins another. */
        void row(int next) {
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
                cells.remove(cells.size() - 1);
            }
            if (!cells.isEmpty() && rows.size() < MAX_ROWS) {
                rows.add(new Row(number, List.copyOf(cells)));
            } else if (!cells.isEmpty()) {
                throw tooLarge();
            }
            number = next;
            cells = new ArrayList<>();
        }

        /** Adds a cell of the row. */
        void cell(int column, String written) {
            String text = written.strip();
            if (text.startsWith("=")) {
                fault(column, "sheet-formula");
            } else if (text.length() > MAX_CELL_LENGTH) {
                fault(column, "sheet-cell-too-long", MAX_CELL_LENGTH);
            } else if (!text.isEmpty()) {
                put(column, new Cell(text, true));
            }
        }

        /** Adds a fault of a cell, whose name is the first argument. */
        void fault(int column, String code, Object... more) {
            List<Object> arguments = new ArrayList<>(List.of(name(number, column)));
            arguments.addAll(List.of(more));
            faults.add(Fault.at(new Position(file, number, column + 1), code, arguments.toArray()));
            put(column, Cell.FAULTY);
        }

        /** Adds a fault for merged cells; their columns are counted from 0. */
        void merged(String range, int top, int left, int bottom, int right) {
            if (merged.size() >= MAX_ROWS) {
                throw tooLarge();
            }
            faults.add(Fault.at(new Position(file, top, left + 1), "sheet-merged", range));
            merged.add(new Block(top, left, bottom, right));
        }

        private void put(int column, Cell cell) {
            if (column >= MAX_COLUMNS) {
                throw tooLarge();
            }
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            cells.set(column, cell);
        }

        Spreadsheet sheet() {
            row(0);
            return new Spreadsheet(file, rows.stream().map(this::withoutMerged).toList());
        }

        /** The row with its merged cells marked, so that they are not taken for cells that somebody has left blank. */
        private Row withoutMerged(Row row) {
            List<Cell> marked = new ArrayList<>(row.cells());
            for (Block block : merged) {
                for (int i = block.left(); i <= Math.min(block.right(), MAX_COLUMNS); i++) {
                    if (row.number() >= block.top()
                            && row.number() <= block.bottom()
                            && row.cell(i).isBlank()) {
                        while (marked.size() <= i) {
                            marked.add(Cell.EMPTY);
                        }
                        marked.set(i, Cell.FAULTY);
                    }
                }
            }
            return new Row(row.number(), List.copyOf(marked));
        }

        private OutOfBounds tooLarge() {
            return new OutOfBounds(Fault.at(Position.of(file), "sheet-too-large", MAX_ROWS, MAX_COLUMNS));
        }
    }

    /** Ends the reading of a file that is larger than any table of a policy, or broken. */
    static final class OutOfBounds extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        OutOfBounds(Fault fault) {
            super(fault.code());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
