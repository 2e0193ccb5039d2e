package io.quanyi.workshop.index;

import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Ids;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.catalogue.calendar.CalendarReader;
import io.quanyi.checks.CaseFile;
import io.quanyi.policy.SharedPolicy;
import io.quanyi.release.RulesTree;
import io.quanyi.source.RecordForm;
import io.quanyi.source.RecordForm.Member;
import io.quanyi.source.RecordForm.Member.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the tables of the files of a folder of rules, each with its members. */
final class FileTables {

    /**
     * A kind of file.
     *
     * @param id the part of the codes of its texts
     * @param path its path in the folder of rules
     * @param members the members that it may have
     */
    record RulesFile(String id, String path, List<Member> members) {

        /** The code of the texts of a member. */
        String code(Member member) {
            return "file." + id + "." + member.path().replace("[]", "").replace("*.", "");
        }
    }

    private FileTables() {}

    /** All kinds of files, those of a programme first. */
    static List<RulesFile> files() {
        return List.of(
                new RulesFile("programme", "PROGRAMME/programme.yaml", RecordForm.of(Programme.class)),
                new RulesFile("catalogue", "PROGRAMME/catalogue/VERSION.yaml", CatalogueReader.form()),
                new RulesFile("clauses", "PROGRAMME/policy/VERSION/clauses.yaml", Clauses.form()),
                new RulesFile("shared", "PROGRAMME/policy/VERSION/shared.yaml", RecordForm.of(SharedPolicy.class)),
                new RulesFile("cases", "PROGRAMME/policy/VERSION/NAME.cases.yaml", CaseFile.form()),
                new RulesFile("ledger", "PROGRAMME/releases.yaml", RulesTree.ledgerForm()),
                new RulesFile("calendar", "calendars/VERSION/CALENDAR/NAME.yaml", CalendarReader.form()),
                new RulesFile("readings", "readings.yaml", Readings.form()));
    }

    static String in(ReferenceTexts texts) {
        return texts.section("files")
                + files().stream().map(file -> table(texts, file)).collect(Collectors.joining());
    }

    private static String table(ReferenceTexts texts, RulesFile file) {
        return "\n### " + Markdown.code(file.path()) + " " + texts.of("file." + file.id()) + "\n\n"
                + texts.of("file." + file.id() + ".about") + "\n"
                + texts.head("member", "type", "required", "meaning", "range")
                + file.members().stream()
                        .map(member -> row(texts, file, member))
                        .collect(Collectors.joining());
    }

    private static String row(ReferenceTexts texts, RulesFile file, Member member) {
        String code = file.code(member);
        return Markdown.row(
                Markdown.codeCell(member.path()),
                type(texts, member),
                member.required() ? texts.of("required") : texts.of("optional", texts.of(code + ".without")),
                texts.of(code),
                range(texts, member));
    }

    static String type(ReferenceTexts texts, Member member) {
        String content = texts.of("content." + member.content());
        return member.count() == Count.ONE ? content : texts.of("count." + member.count(), content);
    }

    static String range(ReferenceTexts texts, Member member) {
        List<String> bounds = new ArrayList<>();
        if (member.pattern() != null) {
            bounds.add(form(texts, member.pattern()));
        }
        if (member.most() != null) {
            String unit = member.count() == Count.ONE ? "range.characters" : "range.entries";
            bounds.add(texts.of(unit, member.most().toString()));
        }
        if (member.least() != null) {
            bounds.add(texts.of("range.least", member.least().toPlainString()));
        }
        if (member.greatest() != null) {
            bounds.add(texts.of("range.greatest", member.greatest().toPlainString()));
        }
        return texts.bounds(bounds);
    }

    /** A regular expression as a reader sees it: alternatives as a list of values, others unchanged. */
    private static String form(ReferenceTexts texts, String pattern) {
        if (pattern.equals(Ids.ID)) {
            return texts.of("range.id");
        }
        return pattern.matches("[A-Za-z-]+([|][A-Za-z-]+)*")
                ? texts.codes(Arrays.asList(pattern.split("[|]", -1)))
                : Markdown.codeCell(pattern);
    }
}
