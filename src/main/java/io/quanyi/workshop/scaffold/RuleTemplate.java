package io.quanyi.workshop.scaffold;

import io.quanyi.release.RulesTree;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new rule and its two cases, with {@code TODO} where the author fills in texts. The rule passes the check; its cases fail until the
 * author states the expected outcome.
 *
 * @param id the id of the rule
 * @param language the language of the document, in which the rule and its cases are named
 * @param clause the reference of its clause
 * @param conditions the patterns of the rule, one a line
 * @param outcome the outcome that it inserts
 * @param at the instant that its cases ask about
 * @param fires the request of the case in which the rule fires
 * @param silent the request of the case in which it does not fire
 */
public record RuleTemplate(
        String id,
        Language language,
        String clause,
        List<String> conditions,
        String outcome,
        String at,
        Asked fires,
        Asked silent) {

    /** The request of a case: a subscription as YAML, and a service. */
    public record Asked(String subscription, String service) {

        static Asked of(String plan, String service) {
            return new Asked("{ plan: " + plan + " }", service);
        }
    }

    /** The reference of a clause that is still to be filled in. */
    static String clauseOf(String rule) {
        return "TODO " + rule;
    }

    /** The instant that new cases ask about, in the time zone of the programme. */
    public static String instant(ZoneId zone) {
        Instant some = RulesTree.SOME_INSTANT;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(some.atZone(zone));
    }

    /** A rule that grants a service to the highest plan; the other case asks with the lowest plan. */
    static RuleTemplate ofService(DraftOutline draft, String service, String id, String clause) {
        List<String> plans = draft.plans();
        String plan = plans.isEmpty() ? "TODO" : plans.get(plans.size() - 1);
        return new RuleTemplate(
                id,
                draft.language(),
                clause,
                List.of("Question(service == \"" + service + "\")", "Plan(id == \"" + plan + "\")"),
                "new Granted()",
                instant(draft.zone()),
                Asked.of(plan, service),
                plans.size() > 1
                        ? Asked.of(plans.get(0), service)
                        : Asked.of(plan, another(draft.services().keySet(), service)));
    }

    /** Another service of the catalogue; the same one if there is no other. */
    public static String another(Collection<String> services, String service) {
        return services.stream().filter(id -> !id.equals(service)).findFirst().orElse(service);
    }

    /** The first lines of a file of rules. */
    public static String header(String programme, String file) {
        return "package " + (programme + "." + file).replace('-', '_') + "\n\nimport io.quanyi.facts.*\n\n";
    }

    /** The text of the rule. */
    String rule() {
        return """
                rule "%1$s"
                    @%2$s("%3$s")
                    @id(%4$s) @clause("%5$s")
                when
                %6$s
                then
                    insert(%7$s);
                end
                """.formatted(
                        text(language, "title"),
                        other().code(),
                        text(other(), "title"),
                        id,
                        clause,
                        conditions.stream().map(line -> "    " + line).collect(Collectors.joining("\n")),
                        outcome);
    }

    /** A new file with the cases of some rules. */
    static String caseFile(RuleTemplate... drafts) {
        return "cases:\n"
                + Arrays.stream(drafts)
                        .flatMap(draft -> Stream.of(draft.firing(), draft.silence()))
                        .map(written -> "\n" + written.indent(2))
                        .collect(Collectors.joining());
    }

    /** The case in which the rule fires. */
    String firing() {
        return written("fires", fires);
    }

    /** The case in which the rule does not fire. */
    String silence() {
        return written("silent", silent);
    }

    private Language other() {
        return language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
    }

    private String text(Language in, String what) {
        return Texts.of(in, "workshop.draft." + what, List.of(id));
    }

    private String written(String list, Asked asked) {
        return """
                - name: "%s"
                  note: "%s"
                  subscription: %s
                  question: { service: %s, at: %s }
                  expect: { outcome: "%s" }
                  %s: [%s]
                """.formatted(
                        text(language, list),
                        text(language, "note"),
                        asked.subscription(),
                        asked.service(),
                        at,
                        text(language, "outcome"),
                        list,
                        id);
    }

    /**
     * The entry of its clause in the list of clauses.
     *
     * @param speaker the language of the author, in which the hints are written
     */
    static String clauseEntry(String rule, Language speaker) {
        return """
                - number: TODO
                  item: %s
                  quote: %s
                  gloss: %s
                  decides: true
                """.formatted(rule, hint("quote", speaker), hint("gloss", speaker));
    }

    /** A hint that tells the author what to fill in, or a comment. */
    static String hint(String what, Language speaker) {
        return Texts.of(speaker, "workshop.draft." + what);
    }
}
