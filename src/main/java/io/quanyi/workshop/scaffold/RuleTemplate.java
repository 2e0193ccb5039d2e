package io.quanyi.workshop.scaffold;

import io.quanyi.release.RulesTree;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import io.quanyi.workshop.scaffold.CaseEntry.RuleLists;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new rule and its cases, with {@code TODO} where the author fills in texts. The rule passes the check; its cases fail until the
 * author states the expected outcome.
 *
 * @param id the id of the rule
 * @param language the language of the document, in which the rule and its cases are named
 * @param languages the languages of the programme, in which the rule needs a title
 * @param clause the reference of its clause
 * @param words the words of the clause, shown above the rule; empty if they are still to be filled in
 * @param conditions the patterns of the rule, one a line
 * @param outcome the outcome that it inserts
 * @param at the instant that its cases ask about
 * @param fires the request of the case in which the rule fires
 * @param silent the requests of the cases in which it does not fire; none for a rule that asks only for its service
 */
public record RuleTemplate(
        String id,
        Language language,
        Set<Language> languages,
        String clause,
        String words,
        List<String> conditions,
        String outcome,
        String at,
        Request fires,
        List<Request> silent) {

    /** The template with other requests. */
    RuleTemplate with(Request firing, List<Request> silence) {
        return new RuleTemplate(id, language, languages, clause, words, conditions, outcome, at, firing, silence);
    }

    /** The reference of a clause that is still to be filled in. */
    static String clauseOf(String rule) {
        return "TODO " + rule;
    }

    /** The instant that new cases ask about, in the time zone of the programme. */
    public static String instant(ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                RulesTree.noon(zone).atZone(zone));
    }

    /**
     * A rule that grants a service to the highest plan; the other case asks with the lowest plan. If both are one, every customer has it,
     * and the rule asks for no plan.
     */
    static RuleTemplate ofService(DraftOutline draft, String service, String id, String clause) {
        List<String> plans = draft.plans();
        String highest = plans.isEmpty() ? "TODO" : plans.get(plans.size() - 1);
        boolean several = plans.size() > 1;
        String asks = "Question(service == \"" + service + "\")";
        return new RuleTemplate(
                id,
                draft.language(),
                draft.languages(),
                clause,
                draft.quote(clause),
                several ? List.of(asks, "Plan(id == \"" + highest + "\")") : List.of(asks),
                "new Granted()",
                instant(draft.zone()),
                Request.of(highest, service),
                several ? List.of(Request.of(plans.get(0), service)) : List.of());
    }

    /** Another service of the catalogue; the same one if there is no other. */
    public static String another(Collection<String> services, String service) {
        return services.stream().filter(id -> !id.equals(service)).findFirst().orElse(service);
    }

    /** A text in one line, without the characters that have a meaning between quotation marks in rules and in YAML. */
    public static String quotable(String text) {
        return text.replace('"', '\'').replace('\\', '/').replaceAll("\\s+", " ");
    }

    /** The first lines of a file of rules. */
    public static String header(String programme, String file) {
        return "package " + (programme + "." + file).replace('-', '_') + "\n\nimport io.quanyi.facts.*\n\n";
    }

    /** The text of the rule. */
    String rule() {
        String comment =
                words.isEmpty() ? "" : "// " + words.replaceAll("\\s+", " ").strip() + "\n";
        return comment
                + """
                rule "%1$s"
                %2$s    @id(%3$s) @clause("%4$s")
                when
                %5$s
                then
                    insert(%6$s);
                end
                """.formatted(
                                text(language, "title"),
                                languages.stream()
                                        .filter(other -> other != language)
                                        .map(other -> "    @" + other.code() + "(\"" + text(other, "title") + "\")\n")
                                        .collect(Collectors.joining()),
                                id,
                                clause,
                                conditions.stream().map(line -> "    " + line).collect(Collectors.joining("\n")),
                                outcome);
    }

    /** A new file with the cases of the rule. */
    String caseFile() {
        return CaseEntry.file(cases());
    }

    /** The case in which the rule fires, and then those in which it does not. */
    List<String> cases() {
        return Stream.concat(Stream.of(written("fires", fires)), silent.stream().map(asked -> written("silent", asked)))
                .toList();
    }

    private String text(Language in, String what) {
        return Texts.of(in, "workshop.draft." + what, List.of(id));
    }

    private String written(String list, Request asked) {
        return new CaseEntry(
                        Map.of(language, text(language, list)),
                        text(language, "note"),
                        asked,
                        at,
                        "{ outcome: \"" + text(language, "outcome") + "\" }",
                        list.equals("fires")
                                ? new RuleLists(Request.joined(List.of(id), asked.fires()), List.of())
                                : new RuleLists(asked.fires(), List.of(id)))
                .text();
    }

    /**
     * The entry of its clause in the list of clauses.
     *
     * @param document the language of the document
     * @param languages the languages of the programme
     * @param speaker the language of the author, in which the hints are written
     */
    static String clauseEntry(String rule, Language document, Set<Language> languages, Language speaker) {
        boolean glossed = document != Language.ENGLISH && languages.contains(Language.ENGLISH);
        return """
                - number: TODO
                  item: %s
                  quote: %s
                %s  decides: true
                """.formatted(rule, hint("quote", speaker), glossed ? "  gloss: " + hint("gloss", speaker) + "\n" : "");
    }

    /** The names of an entry of a catalogue, to be filled in: one for each language of the programme. */
    static String names(String what, Set<Language> languages) {
        return languages.stream()
                .map(language -> language.tag() + ": " + hint("name." + what, language))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** A hint that tells the author what to fill in, or a comment. */
    public static String hint(String what, Language speaker, String... arguments) {
        return Texts.of(speaker, "workshop.draft." + what, List.of(arguments));
    }
}
