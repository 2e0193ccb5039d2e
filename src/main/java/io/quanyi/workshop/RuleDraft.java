package io.quanyi.workshop;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule that is still to be thought through: it can be read, and its cases do not come out until somebody says what must.
 *
 * @param id the rule's
 * @param language the language of the document, in which the rule and its cases are named
 * @param clause how it cites its clause
 * @param conditions the patterns of the rule, one a line
 * @param outcome what it inserts
 * @param at the instant that its cases ask about
 * @param fires who asks for what where the rule fires
 * @param silent and where it does not
 */
record RuleDraft(
        String id,
        Language language,
        String clause,
        List<String> conditions,
        String outcome,
        String at,
        Asked fires,
        Asked silent) {

    /** Who asks for what: a subscription as YAML, and a service. */
    record Asked(String subscription, String service) {

        static Asked of(String plan, String service) {
            return new Asked("{ plan: " + plan + " }", service);
        }
    }

    /** How a clause is cited that is still to be entered. */
    static String clauseOf(String rule) {
        return "TODO " + rule;
    }

    /** The instant that new cases ask about, in the zone in which they are answered. */
    static String instant(ZoneId zone) {
        Instant some = RulesTree.SOME_INSTANT;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(some.atZone(zone));
    }

    /** A grant of a service to the highest plan, which the lowest does not have. */
    static RuleDraft ofService(ProgrammeRelease release, String service, String id, String clause) {
        List<String> plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
        String plan = plans.get(plans.size() - 1);
        return new RuleDraft(
                id,
                release.programme().source().documentLanguage(),
                clause,
                List.of("Question(service == \"" + service + "\")", "Plan(id == \"" + plan + "\")"),
                "new Granted()",
                instant(release.programme().zone()),
                Asked.of(plan, service),
                plans.size() > 1 ? Asked.of(plans.get(0), service) : Asked.of(plan, another(release, service)));
    }

    /** Another service of the catalogue; the same where it has only one. */
    private static String another(ProgrammeRelease release, String service) {
        return release.catalogue().services().keySet().stream()
                .filter(id -> !id.equals(service))
                .findFirst()
                .orElse(service);
    }

    /** What a file of rules begins with. */
    static String header(String programme, String file) {
        return "package " + (programme + "." + file).replace('-', '_') + "\n\nimport io.quanyi.facts.*\n\n";
    }

    /** The rule. */
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

    /** A new file of its two cases, and those of others. */
    static String caseFile(RuleDraft... drafts) {
        return "cases:\n"
                + Arrays.stream(drafts)
                        .flatMap(draft -> Stream.of(draft.firing(), draft.silence()))
                        .map(written -> "\n" + written.indent(2))
                        .collect(Collectors.joining());
    }

    /** The case in which it fires. */
    String firing() {
        return written("fires", fires);
    }

    /** The case in which it does not. */
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
     * The clause that it cites, as far as that is known.
     *
     * @param speaker the language of the author, in which is said what to fill in
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

    /** What is to be filled in, or a comment. */
    static String hint(String what, Language speaker) {
        return Texts.of(speaker, "workshop.draft." + what);
    }
}
