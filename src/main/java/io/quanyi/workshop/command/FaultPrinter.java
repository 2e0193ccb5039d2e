package io.quanyi.workshop.command;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.wire.ProblemError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints faults, each with its place and the line of the file that it is about. */
public final class FaultPrinter {

    private final RulesFolder rules;
    private final Output output;

    /**
     * Creates a printer.
     *
     * @param rules the folder that the faults are about
     * @param output the output to print to
     */
    public FaultPrinter(RulesFolder rules, Output output) {
        this.rules = rules;
        this.output = output;
    }

    /** The faults as JSON. */
    record Answer(List<ProblemError> faults) {}

    void printFaults(List<Fault> faults) {
        print(faults.stream()
                .map(fault -> ProblemError.of(fault, output.language()))
                .toList());
    }

    /** Prints faults that already have a text, such as those in the answer of a service. */
    public void print(List<ProblemError> faults) {
        if (output.isJson()) {
            output.json(new Answer(faults));
            return;
        }
        for (int i = 0; i < faults.size(); i++) {
            print(faults.get(i), i + 1 < faults.size() ? position(faults.get(i + 1)) : Position.NOWHERE);
        }
        String count = output.text("faults", faults.size());
        output.err().println(output.paint(Style.bold, count));
    }

    /** Prints remarks: hints at possible mistakes that are allowed. */
    public void remark(List<Fault> remarks) {
        for (Fault found : remarks) {
            ProblemError remark = ProblemError.of(found, output.language());
            Position position = position(remark);
            String place = place(remark, position, rules.file(position.file()));
            output.out().println(output.paint(Style.bold, place + ":") + " " + output.text("remark", remark.message()));
        }
    }

    /** Prints one fault. The line is shown once for several faults at the same place: below the last. */
    private void print(ProblemError fault, Position next) {
        Position position = position(fault);
        SourceFile file = rules.file(position.file());
        String place = place(fault, position, file);
        output.err()
                .println(
                        place.isEmpty()
                                ? fault.message()
                                : output.paint(Style.bold, place + ":") + " " + fault.message());
        String line = file == null || position.equals(next) ? null : line(file, position.line());
        if (line != null) {
            show(line, position);
        }
    }

    private static Position position(ProblemError fault) {
        return new Position(
                Objects.requireNonNullElse(fault.file(), ""),
                Objects.requireNonNullElse(fault.line(), 0),
                Objects.requireNonNullElse(fault.column(), 0));
    }

    /** The path of the file from the working directory, so that editors and terminals can open it. */
    private String place(ProblemError fault, Position position, @Nullable SourceFile file) {
        if (position.equals(Position.NOWHERE)) {
            return fault.pointer();
        }
        return file == null
                ? (position + " " + fault.pointer()).strip()
                : new Position(rules.folder().resolve(file.path()).toString(), position.line(), position.column())
                        .toString();
    }

    private static @Nullable String line(SourceFile file, int number) {
        String text = number == 0 ? null : file.text(new Faults());
        return text == null ? null : text.lines().skip(number - 1L).findFirst().orElse(null);
    }

    private void show(String line, Position position) {
        SourceLine excerpt = SourceLine.of(line, position.column());
        String number = String.valueOf(position.line());
        output.err().println("  " + number + " | " + excerpt.shown());
        if (position.column() > 0) {
            String margin = "  " + " ".repeat(number.length()) + " | ";
            output.err().println(margin + excerpt.below() + output.paint(Style.fg_red, "^"));
        }
    }
}
