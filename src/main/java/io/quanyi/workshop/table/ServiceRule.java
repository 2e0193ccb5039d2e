package io.quanyi.workshop.table;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.table.ServiceRow.Group;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule about the plans that have a service alike, made from a row of a table of services.
 *
 * @param release the release with all services of the table
 * @param row the row
 * @param group the plans, and their cell
 * @param id the id of the rule
 */
record ServiceRule(ProgrammeRelease release, ServiceRow row, Group group, String id) implements TableRules.Rule {

    /** The language of the document, in which rules and cases are named. */
    Language language() {
        return release.programme().source().documentLanguage();
    }

    /** The other languages of the programme, into which titles and names are translated. */
    static List<Language> others(ProgrammeRelease release) {
        return release.catalogue().languages().stream()
                .filter(other -> other != release.programme().source().documentLanguage())
                .toList();
    }

    @Override
    public String title() {
        return title(language());
    }

    @Override
    public String text() {
        String condition = group.all() ? "" : "    " + plans();
        return "rule \"" + title() + "\"\n"
                + others(release).stream()
                        .map(other -> "    @" + other.code() + "(\"" + title(other) + "\")\n")
                        .collect(Collectors.joining())
                + "    @id(" + id + ") @clause("
                + row.clauses().stream().map(clause -> "\"" + clause + "\"").collect(Collectors.joining(", ")) + ")\n"
                + "when\n    Question(service == \"" + row.service() + "\")\n" + condition + "then\n"
                + row.stated(group, new CatalogueWords(release, "")).stream()
                        .map(outcome -> "    insert(" + outcome + ");\n")
                        .collect(Collectors.joining())
                + "end\n";
    }

    private String plans() {
        List<String> plans = group.plans();
        String ids = plans.stream().map(plan -> "\"" + plan + "\"").collect(Collectors.joining(", "));
        return "Plan(id " + (plans.size() == 1 ? "== " + ids : "in (" + ids + ")") + ")\n";
    }

    private String title(Language in) {
        AnswerWords names = new AnswerWords(release, in);
        Punctuation punctuation = Punctuation.of(in);
        List<String> plans = group.plans().stream()
                .map(plan -> names.name(Domain.PLAN, plan))
                .toList();
        String service = names.name(Domain.SERVICE, row.service());
        String subject = group.all()
                ? service
                : Texts.of(in, "workshop.table.subject", List.of(service, punctuation.list(plans)));
        return RuleTemplate.quotable(subject + punctuation.colon() + said(release, group.cell(), in));
    }

    /** The meaning of a cell, in words. */
    static String said(ProgrammeRelease release, ServiceCell cell, Language in) {
        AnswerWords names = new AnswerWords(release, in);
        String kind = Texts.of(in, "workshop.services." + EnumCode.of(cell.kind()));
        return Punctuation.of(in)
                .list(Stream.concat(Stream.of(kind), cell.terms().stream().map(term -> term.words(names, in)))
                        .toList());
    }
}
