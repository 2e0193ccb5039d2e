package io.quanyi.workshop;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.wire.ProblemError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/** Says what is wrong, where, and shows the line that it is about. */
final class FaultPrinter {

    private final RulesFolder rules;
    private final Voice voice;

    FaultPrinter(RulesFolder rules, Voice voice) {
        this.rules = rules;
        this.voice = voice;
    }

    /** What a program is told. */
    record Answer(List<ProblemError> faults) {}

    void print(List<Fault> faults) {
        tell(faults.stream()
                .map(fault -> ProblemError.of(fault, voice.language()))
                .toList());
    }

    /** Faults that are in words already, such as those that a service found. */
    void tell(List<ProblemError> faults) {
        if (voice.isJson()) {
            voice.json(new Answer(faults));
            return;
        }
        for (int i = 0; i < faults.size(); i++) {
            tell(faults.get(i), i + 1 < faults.size() ? position(faults.get(i + 1)) : Position.NOWHERE);
        }
        String count = voice.text("faults", faults.size());
        voice.err().println(voice.paint(Style.bold, count));
    }

    /** Says what may be a slip and is no fault. */
    void remark(List<Fault> remarks) {
        for (Fault found : remarks) {
            ProblemError remark = ProblemError.of(found, voice.language());
            Position position = position(remark);
            String place = place(remark, position, rules.file(position.file()));
            voice.out().println(voice.paint(Style.bold, place + ":") + " " + voice.text("remark", remark.message()));
        }
    }

    /** Of several faults at one place, the line is shown below the last. */
    private void tell(ProblemError fault, Position next) {
        Position position = position(fault);
        SourceFile file = rules.file(position.file());
        String place = place(fault, position, file);
        voice.err()
                .println(
                        place.isEmpty()
                                ? fault.message()
                                : voice.paint(Style.bold, place + ":") + " " + fault.message());
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

    /** The file as it is found from here, so that editors and terminals can open it. */
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
        Excerpt excerpt = Excerpt.of(line, position.column());
        String number = String.valueOf(position.line());
        voice.err().println("  " + number + " | " + excerpt.shown());
        if (position.column() > 0) {
            String margin = "  " + " ".repeat(number.length()) + " | ";
            voice.err().println(margin + excerpt.below() + voice.paint(Style.fg_red, "^"));
        }
    }
}
