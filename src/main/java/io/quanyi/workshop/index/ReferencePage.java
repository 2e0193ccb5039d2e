package io.quanyi.workshop.index;

import io.quanyi.servicetime.Target;
import io.quanyi.text.Language;

/** Writes the reference of rule files in one language: files, requests and answers of cases, facts, outcomes, values and precedence. */
final class ReferencePage {

    private static final String OTHER_LANGUAGE = "[English](reference.md) · [中文](reference.zh-CN.md)";

    private ReferencePage() {}

    /** The text of the page. */
    static String in(Language language, OutcomeExamples examples) {
        ReferenceTexts texts = new ReferenceTexts(language);
        return "# " + texts.of("title") + "\n\n" + OTHER_LANGUAGE + "\n\n" + texts.of("title.about") + "\n"
                + FileTables.in(texts)
                + CaseTables.in(texts)
                + FactTables.in(texts)
                + OutcomeTables.in(texts, examples)
                + PrecedenceTable.in(texts)
                + times(texts)
                + ValueTables.in(texts);
    }

    private static String times(ReferenceTexts texts) {
        return texts.section("times")
                + texts.head("written", "counted", "range")
                + time(texts, "immediate()", "immediate", 0)
                + time(texts, "minutes(30)", "minutes", Target.MAX_MINUTES)
                + time(texts, "hours(4)", "hours", Target.MAX_HOURS)
                + time(texts, "workingMinutes(30)", "workingMinutes", Target.MAX_MINUTES)
                + time(texts, "workingHours(4)", "workingHours", Target.MAX_HOURS)
                + time(texts, "workingDays(1)", "workingDays", Target.MAX_DAYS)
                + "\n" + texts.of("times.example") + "\n";
    }

    private static String time(ReferenceTexts texts, String written, String factory, int most) {
        String range = most == 0 ? "" : texts.of("times.range", Integer.toString(most));
        return Markdown.row(Markdown.code(written), texts.of("times." + factory), range);
    }
}
