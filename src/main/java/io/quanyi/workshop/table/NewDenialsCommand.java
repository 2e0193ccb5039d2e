package io.quanyi.workshop.table;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.CaseEntry;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import io.quanyi.workshop.scaffold.CaseEntry.RuleLists;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Creates rules that refuse, with their cases, from a table of the exclusions of services, such as a topic or a product. */
@Command(name = "denials")
public final class NewDenialsCommand extends TableCommand {

    private int rules;
    private int cases;

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        versions.throwIfRefused();
        Faults faults = new Faults();
        ProgrammeRelease release = versions.release();
        Map<String, List<TargetRow>> rows = DenialTable.read(table(faults), release, faults);
        faults.throwIfAny();
        Map<String, List<Denial>> made = new LinkedHashMap<>();
        rows.forEach((service, denials) -> {
            edit.requireFree(versions.rules(file(service) + ".drl"));
            edit.requireFree(versions.rules(file(service) + CaseFile.SUFFIX));
            List<Denial> denying = denials(service, denials, release, new RuleIds(edit.tree(), programme));
            made.put(service, denying);
            rules += denying.size();
            write(
                    edit,
                    versions.rules(file(service) + ".drl"),
                    RuleTemplate.header(programme, file(service))
                            + denying.stream().map(one -> one.rule().text()).collect(Collectors.joining("\n")));
        });
        ProgrammeRelease known = versions.releaseIfSound();
        made.forEach((service, denying) ->
                write(edit, versions.rules(file(service) + CaseFile.SUFFIX), caseFile(denying, known)));
        versions.fillCases();
    }

    private static List<Denial> denials(String service, List<TargetRow> rows, ProgrammeRelease release, RuleIds ids) {
        List<String> free = ids.several("", service, rows.size());
        List<Denial> denials = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            denials.add(new Denial(new TargetRule(release, service, rows.get(i), free.get(i))));
        }
        return denials;
    }

    private String caseFile(List<Denial> denials, @Nullable ProgrammeRelease known) {
        List<String> written =
                denials.stream().flatMap(denial -> denial.cases(known).stream()).toList();
        cases += written.size();
        return CaseEntry.file(written);
    }

    private static String file(String service) {
        return service + "-denials";
    }

    @Override
    protected String next() {
        return output().text("new.next.services", rules, cases, programme);
    }

    /**
     * The cases of a rule that refuses: one for each value that it names, and one in which it does not fire. They expect the answer of the row, so
     * they follow from the table and not from the rules.
     *
     * @param rule the rule
     */
    private record Denial(TargetRule rule) {

        /**
         * The entries in a file of cases.
         *
         * @param known the release with the rules, which tells the facts that the service asks for; null if it has faults
         */
        List<String> cases(@Nullable ProgrammeRelease known) {
            List<String> cases = new ArrayList<>();
            TableColumn varied = rule.row().values().keySet().iterator().next();
            for (String value : rule.row().ids(varied)) {
                TargetRow row = single(varied, value);
                TargetRule named = new TargetRule(rule.release(), rule.service(), row, rule.id());
                cases.add(entry(
                        named::title,
                        "note",
                        asked(row, known),
                        "outcome: NOT_ENTITLED, reasons: [{ code: " + row.ground() + " }]",
                        new RuleLists(List.of(rule.id()), List.of())));
            }
            cases.add(entry(
                    this::apart,
                    "note-apart",
                    asked(otherwise(), known),
                    "plan: " + plan(),
                    new RuleLists(List.of(), List.of(rule.id()))));
            return cases;
        }

        private TargetRow single(TableColumn varied, String value) {
            Map<TableColumn, List<String>> values = new EnumMap<>(rule.row().values());
            values.put(varied, List.of(value));
            return with(values);
        }

        private TargetRow with(Map<TableColumn, List<String>> values) {
            TargetRow row = rule.row();
            return new TargetRow(row.cell(), row.row(), values, null, null, null, row.clauses());
        }

        /** A row with values that the rule does not name: another of those that a service may ask for, and else none. */
        private TargetRow otherwise() {
            Map<TableColumn, List<String>> other = new EnumMap<>(TableColumn.class);
            CatalogueWords words = new CatalogueWords(rule.release(), rule.service());
            rule.row().values().forEach((column, named) -> {
                if (column == TableColumn.PRODUCT
                        || column == TableColumn.SEVERITY
                        || column == TableColumn.DEPLOYMENT) {
                    words.listed(Objects.requireNonNull(column.domain())).stream()
                            .filter(id -> !named.contains(id))
                            .findFirst()
                            .ifPresent(id -> other.put(column, List.of(id)));
                }
            });
            return with(other);
        }

        private Request asked(TargetRow row, @Nullable ProgrammeRelease known) {
            return new Request(
                            Stream.concat(Stream.of("plan: " + plan()), TargetCases.members(row, true))
                                    .toList(),
                            rule.service(),
                            TargetCases.members(row, false).toList(),
                            List.of())
                    .withFacts(known);
        }

        private String plan() {
            return rule.release().catalogue().highestPlan().id();
        }

        private String apart(Language in) {
            AnswerWords words = new AnswerWords(rule.release(), in);
            List<String> named = rule.row().values().entrySet().stream()
                    .flatMap(value -> value.getValue().stream()
                            .map(id -> words.name(
                                    Objects.requireNonNull(value.getKey().domain()), id)))
                    .toList();
            return Texts.of(
                    in,
                    "workshop.denials.apart",
                    List.of(
                            words.name(Domain.SERVICE, rule.service()),
                            Punctuation.of(in).list(named)));
        }

        private String quote() {
            String reference = rule.row().clauses().get(0);
            return Objects.requireNonNull(rule.release().clauses().clause(reference), reference)
                    .quote();
        }

        private String entry(
                Function<Language, String> name, String note, Request request, String expected, RuleLists rules) {
            return new CaseEntry(
                            CaseEntry.names(rule.language(), rule.others(), name),
                            Texts.of(rule.language(), "workshop.denials." + note, List.of(quote())),
                            request,
                            RuleTemplate.instant(rule.release().programme().zone()),
                            "{ " + expected + " }",
                            rules)
                    .text();
        }
    }
}
