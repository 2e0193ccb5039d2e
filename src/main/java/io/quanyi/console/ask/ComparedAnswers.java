package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.CodeLine;
import io.quanyi.explain.ExplanationReport.QuotedClause;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two answers beside each other: what each says and warns of, how its target times are counted, and its rules and clauses. Each line tells whether the
 * other answer lacks it. If the questions are of two instants, the steps by which time is counted always differ, and do not tell it.
 *
 * @param first the left side
 * @param second the right side, of the same instant or a later one
 */
record ComparedAnswers(Side first, Side second) {

    /**
     * One of the two answers.
     *
     * @param title the release or draft that answers, and the instant of the question
     */
    record Side(String title, AskedAnswer answer) {

        OffsetDateTime at() {
            return answer.report().asked().at();
        }
    }

    /**
     * Lines that belong together, such as those of one target time, with its bars.
     *
     * @param lines the lines that are compared with those of the other side
     * @param steps further lines, which are not compared
     */
    private record Block(
            List<String> lines, List<String> steps, List<QuotedClause> clauses, List<Map<String, Object>> strip) {

        static Block of(List<String> lines) {
            return new Block(lines, List.of(), List.of(), List.of());
        }

        Stream<Object> parts() {
            return Stream.concat(lines.stream(), clauses.stream());
        }
    }

    /** Two answers, that to the earlier question on the left. */
    static ComparedAnswers of(Side one, Side other) {
        return other.at().isBefore(one.at()) ? new ComparedAnswers(other, one) : new ComparedAnswers(one, other);
    }

    /** The values for the template {@code beside.html}. */
    Map<String, Object> content(Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        List<Map<String, Object>> groups = Stream.of(
                        group(texts.of("ask-beside-answer"), ComparedAnswers::said),
                        group(texts.of("ask-warnings"), ComparedAnswers::warned),
                        group(texts.of("ask-beside-time"), this::counted),
                        group(texts.of("ask-why"), answer -> reasons(answer, language)))
                .flatMap(List::stream)
                .toList();
        String verdict = verdict(groups);
        return Map.of(
                "verdict", texts.of("ask-beside-" + verdict), "same", verdict.startsWith("same"), "groups", groups);
    }

    private String verdict(List<Map<String, Object>> groups) {
        if (first.answer().isOpen() && second.answer().isOpen()) {
            return "open";
        }
        if (!first.answer().said().equals(second.answer().said())) {
            return "differs";
        }
        return isSame(groups) ? "same" : "same-otherwise";
    }

    private static boolean isSame(List<Map<String, Object>> groups) {
        return groups.stream().noneMatch(group -> Boolean.TRUE.equals(group.get("differs")));
    }

    private List<Map<String, Object>> group(String name, Function<AskedAnswer, List<Block>> blocks) {
        List<Block> left = blocks.apply(first.answer());
        List<Block> right = blocks.apply(second.answer());
        if (left.isEmpty() && right.isEmpty()) {
            return List.of();
        }
        Map<String, Object> group = Map.of(
                "name",
                name,
                "differs",
                !parts(left).equals(parts(right)),
                "sides",
                List.of(column(first, left, right), column(second, right, left)));
        return List.of(group);
    }

    private static Set<Object> parts(List<Block> blocks) {
        return new HashSet<>(blocks.stream().flatMap(Block::parts).toList());
    }

    private static Map<String, Object> column(Side side, List<Block> blocks, List<Block> others) {
        Set<Object> there = parts(others);
        return Map.of(
                "title",
                side.title(),
                "blocks",
                blocks.stream().map(block -> shown(block, there)).toList());
    }

    private static Map<String, Object> shown(Block block, Set<Object> there) {
        return Map.of(
                "strip", block.strip(),
                "lines",
                        Stream.concat(
                                        block.lines().stream()
                                                .map(line -> Map.of("text", line, "differs", !there.contains(line))),
                                        block.steps().stream().map(step -> Map.of("text", step, "differs", false)))
                                .toList(),
                "clauses",
                        block.clauses().stream()
                                .map(clause -> Map.of("clause", clause, "differs", !there.contains(clause)))
                                .toList());
    }

    private static List<Block> said(AskedAnswer answer) {
        return List.of(Block.of(answer.said()));
    }

    /** The warnings, such as that the holidays of a date are not published yet. */
    private static List<Block> warned(AskedAnswer answer) {
        List<String> warnings =
                answer.warnings().stream().map(CodeLine::text).distinct().toList();
        return warnings.isEmpty() ? List.of() : List.of(Block.of(warnings));
    }

    /** The clocks of an answer; those of both answers are drawn to one scale. */
    private List<Block> counted(AskedAnswer answer) {
        return answer.report().clocks().stream().map(this::counted).toList();
    }

    private Block counted(ClockLine clock) {
        List<String> lines = new ArrayList<>(List.of(clock.target()));
        List<String> steps = new ArrayList<>();
        List<String> course = first.at().isEqual(second.at()) ? lines : steps;
        course.add(clock.text());
        clock.stretches().stream()
                .filter(StretchLine::counted)
                .map(StretchLine::text)
                .forEach(course::add);
        return new Block(lines, steps, List.of(), DueStrip.of(clock, scale(clock.part())));
    }

    private long scale(String part) {
        return Stream.of(first, second)
                .flatMap(side -> side.answer().report().clocks().stream())
                .filter(clock -> clock.part().equals(part))
                .mapToLong(DueStrip::seconds)
                .max()
                .orElse(0);
    }

    private static List<Block> reasons(AskedAnswer answer, Language language) {
        return answer.report().basis().stream()
                .map(basis -> reason(basis, language))
                .toList();
    }

    private static Block reason(BasisLine basis, Language language) {
        if (basis.rule() == null) {
            return Block.of(List.of(basis.text()));
        }
        String rule = Punctuation.of(language)
                .beside(basis.rule().title(), basis.rule().id());
        return new Block(List.of(basis.text(), rule), List.of(), basis.rule().clauses(), List.of());
    }
}
