package io.quanyi.workshop.table;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.servicetime.Target;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.RuleTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule made from a row of a table of target times or of denials: its id, its titles and its text. A row without a time refuses.
 *
 * @param release the release whose names its titles use
 * @param service the service that it is about
 * @param row the row
 * @param id the id of the rule
 */
record TargetRule(ProgrammeRelease release, String service, TargetRow row, String id) implements TableRules.Rule {

    /** The language of the document, in which rules and cases are named. */
    Language language() {
        return release.programme().source().documentLanguage();
    }

    /** The other languages of the programme, into which titles and names are translated. */
    List<Language> others() {
        return ServiceRule.others(release);
    }

    @Override
    public String title() {
        return title(language());
    }

    /** The row as a sentence: service, conditions, target times. */
    String title(Language in) {
        AnswerWords words = new AnswerWords(release, in);
        Punctuation punctuation = Punctuation.of(in);
        List<String> conditions = new ArrayList<>();
        for (TableColumn column : TableColumn.conditions()) {
            Domain domain = Objects.requireNonNull(column.domain());
            row.ids(column).forEach(id -> conditions.add(words.name(domain, id)));
        }
        String name = words.name(Domain.SERVICE, service);
        String subject = conditions.isEmpty()
                ? name
                : Texts.of(in, "workshop.table.subject", List.of(name, punctuation.list(conditions)));
        return RuleTemplate.quotable(subject + punctuation.colon() + punctuation.sequence(promises(in)));
    }

    private List<String> promises(Language in) {
        List<String> promises = new ArrayList<>();
        if (!row.isStated()) {
            promises.add(Texts.of(in, "workshop.services.excluded"));
        }
        add(promises, "response.", row.response(), in);
        add(promises, "resolution.", row.resolution(), in);
        return promises;
    }

    private static void add(List<String> promises, String what, @Nullable Target target, Language in) {
        if (target != null) {
            promises.add(
                    Texts.of(in, what + target.unit(), List.of(target.amount().toPlainString())));
        }
    }

    @Override
    public String text() {
        return """
                rule "%s"
                %s    @id(%s) @clause(%s)
                when
                %s
                then
                %s
                end
                """.formatted(
                title(language()),
                others().stream()
                        .map(other -> "    @" + other.code() + "(\"" + title(other) + "\")\n")
                        .collect(Collectors.joining()),
                id,
                row.clauses().stream().map(clause -> "\"" + clause + "\"").collect(Collectors.joining(", ")),
                lines(conditions()),
                lines(outcomes()));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    /** One pattern for each fact, that of the question first. */
    private List<String> conditions() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("Question", new ArrayList<>(List.of("service == \"" + service + "\"")));
        for (TableColumn column : TableColumn.conditions()) {
            if (!row.ids(column).isEmpty()) {
                facts.computeIfAbsent(column.fact(), any -> new ArrayList<>())
                        .add(column.field() + values(row.ids(column)));
            }
        }
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "(" + String.join(", ", fact.getValue()) + ")")
                .toList();
    }

    private static String values(List<String> ids) {
        return ids.size() == 1
                ? " == \"" + ids.get(0) + "\""
                : ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", " in (", ")"));
    }

    private List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        if (!row.isStated()) {
            outcomes.add("insert(new Denied(\"" + row.ground() + "\"));");
        }
        add(outcomes, "Response", row.response());
        add(outcomes, "Resolution", row.resolution());
        return outcomes;
    }

    private void add(List<String> outcomes, String type, @Nullable Target target) {
        if (target != null) {
            String counted = TargetRow.isWorkingTime(target) ? ", \"" + row.window() + "\"" : "";
            outcomes.add("insert(new " + type + "(" + RuleChoices.written(target) + counted + "));");
        }
    }
}
