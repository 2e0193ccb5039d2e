package io.quanyi.workshop.table;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.scaffold.RuleTemplate.Asked;
import io.quanyi.workshop.table.ServiceRow.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules and cases of a row of a table of services. A rule speaks of the plans that have the service alike; a case asks for each plan
 * and expects what its cell says. So the cases follow from the table and not from the rules.
 *
 * @param release the release with all services of the table
 * @param row the row
 * @param groups the plans that have the service alike, each with its rule
 * @param ids the ids of the rules, one for each group
 */
record ServiceRules(ProgrammeRelease release, ServiceRow row, List<Group> groups, List<String> ids) {

    static ServiceRules of(ProgrammeRelease release, ServiceRow row, CatalogueWords words, RuleIds ids) {
        List<Group> groups = row.groups(words);
        return new ServiceRules(release, row, groups, ids.several("", row.service(), groups.size()));
    }

    private Language language() {
        return release.programme().source().documentLanguage();
    }

    private List<Language> others() {
        return release.catalogue().languages().stream()
                .filter(other -> other != language())
                .toList();
    }

    /** The text of the file of rules; only its head if no plan has the service. */
    String rules(CatalogueWords words) {
        return RuleTemplate.header(release.programme().id(), row.service())
                + IntStream.range(0, groups.size())
                        .mapToObj(index -> rule(index, words))
                        .collect(Collectors.joining("\n"));
    }

    private String rule(int index, CatalogueWords words) {
        Group group = groups.get(index);
        String condition = group.all() ? "" : "    " + plans(group.plans());
        return "rule \"" + title(group, language()) + "\"\n"
                + others().stream()
                        .map(other -> "    @" + other.code() + "(\"" + title(group, other) + "\")\n")
                        .collect(Collectors.joining())
                + "    @id(" + ids.get(index) + ") @clause("
                + row.clauses().stream().map(clause -> "\"" + clause + "\"").collect(Collectors.joining(", ")) + ")\n"
                + "when\n    Question(service == \"" + row.service() + "\")\n" + condition + "then\n"
                + row.stated(group, words).stream()
                        .map(outcome -> "    insert(" + outcome + ");\n")
                        .collect(Collectors.joining())
                + "end\n";
    }

    private static String plans(List<String> plans) {
        String ids = plans.stream().map(plan -> "\"" + plan + "\"").collect(Collectors.joining(", "));
        return "Plan(id " + (plans.size() == 1 ? "== " + ids : "in (" + ids + ")") + ")\n";
    }

    private String title(Group group, Language in) {
        AnswerWords names = new AnswerWords(release, in);
        Punctuation punctuation = Punctuation.of(in);
        List<String> plans = group.plans().stream()
                .map(plan -> names.name(Domain.PLAN, plan))
                .toList();
        String service = names.name(Domain.SERVICE, row.service());
        String subject = group.all()
                ? service
                : Texts.of(in, "workshop.table.subject", List.of(service, punctuation.list(plans)));
        return quotable(subject + punctuation.colon() + said(group.cell(), in));
    }

    private String said(ServiceCell cell, Language in) {
        AnswerWords names = new AnswerWords(release, in);
        String kind = Texts.of(
                in,
                "workshop.services."
                        + cell.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Punctuation.of(in)
                .list(Stream.concat(Stream.of(kind), cell.terms().stream().map(term -> term.words(names, in)))
                        .toList());
    }

    private static String quotable(String words) {
        return words.replace('"', '\'').replace('\\', '/');
    }

    /**
     * The text of the file of cases.
     *
     * @param known the release with the rules, which tells what the service asks for; null if it has faults
     */
    String cases(CatalogueWords words, @Nullable ProgrammeRelease known) {
        return "cases:\n"
                + row.cells().keySet().stream()
                        .map(plan -> "\n" + written(plan, words, known).indent(2))
                        .collect(Collectors.joining());
    }

    private String written(String plan, CatalogueWords words, @Nullable ProgrammeRelease known) {
        Asked asked = Asked.of(plan, row.service()).withFacts(known);
        List<String> fires = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            (groups.get(i).fires(plan, words) ? fires : silent).add(ids.get(i));
        }
        String cell = quotable(row.cell(plan).text());
        return "- name: \"" + name(plan, language()) + "\"\n"
                + others().stream()
                        .map(other -> "  " + other.code() + ": \"" + name(plan, other) + "\"\n")
                        .collect(Collectors.joining())
                + "  note: \"" + Texts.of(language(), "workshop.services.note", List.of(quotable(row.name()), cell))
                + "\"\n"
                + "  subscription: { " + String.join(", ", asked.subscription()) + " }\n"
                + "  question: { "
                + Stream.of(
                                Stream.of("service: " + row.service()),
                                asked.question().stream(),
                                Stream.of("at: "
                                        + RuleTemplate.instant(
                                                release.programme().zone())))
                        .flatMap(member -> member)
                        .collect(Collectors.joining(", "))
                + " }\n"
                + "  expect: " + row.cell(plan).expected() + "\n"
                + (fires.isEmpty() ? "" : "  fires: [" + String.join(", ", fires) + "]\n")
                + (silent.isEmpty() ? "" : "  silent: [" + String.join(", ", silent) + "]\n");
    }

    private String name(String plan, Language in) {
        AnswerWords names = new AnswerWords(release, in);
        String subject = Texts.of(
                in,
                "workshop.table.subject",
                List.of(names.name(Domain.SERVICE, row.service()), names.name(Domain.PLAN, plan)));
        return quotable(subject + Punctuation.of(in).colon() + said(row.cell(plan), in));
    }
}
