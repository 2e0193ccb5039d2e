package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.release.publish.PartKind;
import io.quanyi.text.Language;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a new programme, with {@code TODO} where the author fills in texts of the document.
 *
 * @param id the id of the programme
 * @param vendor the name of the vendor
 * @param zone the time zone of its dates
 * @param calendar the holiday calendar of its office hours; empty if the zone has none
 * @param document the language of the document, in which rules and cases are named
 * @param languages the languages in which the vendor keeps its texts, with that of the document
 * @param speaker the language in which the hints are written
 * @param plans the plans, the lowest first
 * @param services the services
 * @param granted whether the highest plan is granted the first service by a rule, as an example
 * @param limited whether services are refused after the service period
 */
record ProgrammeTemplate(
        String id,
        String vendor,
        ZoneId zone,
        String calendar,
        Language document,
        Set<Language> languages,
        Language speaker,
        List<StatedName> plans,
        List<StatedName> services,
        boolean granted,
        boolean limited) {

    /** Adds all files to an edit. */
    void addTo(RulesEdit edit, String policy, String catalogue) {
        edit.add(id + "/programme.yaml", programme());
        edit.add(PartKind.CATALOGUE.folder(id, catalogue), catalogue());
        String folder = PartKind.POLICY.folder(id, policy);
        List<RuleTemplate> rules = new ArrayList<>();
        rules.addAll(add(edit, folder, "plans", containments()));
        rules.addAll(add(edit, folder, "period", limited ? List.of(period()) : List.of()));
        rules.addAll(add(edit, folder, first(), granted ? List.of(grant()) : List.of()));
        edit.add(
                folder + Clauses.FILE,
                "# " + RuleTemplate.hint("clauses-comment", speaker)
                        + (limited ? "" : "\n# " + RuleTemplate.hint("period-comment", speaker) + "\nperiod: none\n")
                        + (rules.isEmpty() ? "\nclauses: []\n" : "\nclauses:\n\n")
                        + rules.stream()
                                .map(rule -> RuleTemplate.clauseEntry(rule.id(), document, languages, speaker)
                                        .indent(2))
                                .collect(Collectors.joining()));
    }

    private List<RuleTemplate> add(RulesEdit edit, String folder, String name, List<RuleTemplate> rules) {
        if (!rules.isEmpty()) {
            edit.add(
                    folder + name + ".drl",
                    RuleTemplate.header(id, name)
                            + rules.stream().map(RuleTemplate::rule).collect(Collectors.joining("\n")));
            edit.add(
                    folder + name + CaseFile.SUFFIX,
                    "cases:\n"
                            + rules.stream()
                                    .flatMap(rule -> rule.cases().stream())
                                    .map(written -> "\n" + written.indent(2))
                                    .collect(Collectors.joining()));
        }
        return rules;
    }

    private String first() {
        return services.get(0).id();
    }

    /** A rule for each plan that contains the plan below it. */
    private List<RuleTemplate> containments() {
        List<RuleTemplate> rules = new ArrayList<>();
        for (int i = 1; i < plans.size(); i++) {
            String lower = plans.get(i - 1).id();
            String higher = plans.get(i).id();
            if (plans.get(i - 1).inNext()) {
                rules.add(rule(
                        "PL",
                        rules.size() + 1,
                        List.of("Plan(id == \"" + higher + "\")"),
                        "new Plan(\"" + lower + "\")",
                        Request.of(higher, first()),
                        Request.of(lower, first())));
            }
        }
        return rules;
    }

    private RuleTemplate period() {
        return rule(
                "PE",
                1,
                List.of("Period(state == \"after\")"),
                "new Denied(\"outside-service-period\")",
                inPeriod("2025"),
                inPeriod("2026"));
    }

    private Request inPeriod(String year) {
        return new Request(
                List.of(
                        "plan: " + plans.get(0).id(),
                        "serviceStart: " + year + "-01-01",
                        "serviceEnd: " + year + "-12-31"),
                first(),
                List.of(),
                List.of());
    }

    private RuleTemplate grant() {
        String highest = plans.get(plans.size() - 1).id();
        return rule(
                RuleIds.letters(first()),
                1,
                List.of("Question(service == \"" + first() + "\")", "Plan(id == \"" + highest + "\")"),
                "new Granted()",
                Request.of(highest, first()),
                Request.of(plans.get(0).id(), first()));
    }

    private RuleTemplate rule(
            String series, int number, List<String> conditions, String outcome, Request fires, Request silent) {
        String rule = RuleIds.letters(id) + "-" + series + "-" + String.format(Locale.ROOT, "%02d", number);
        return new RuleTemplate(
                rule,
                document,
                languages,
                RuleTemplate.clauseOf(rule),
                "",
                conditions,
                outcome,
                RuleTemplate.instant(zone),
                fires,
                List.of(silent));
    }

    private String programme() {
        String quoted = "'" + vendor.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
        return """
                id: %1$s
                names: %2$s
                vendor: %3$s
                zone: %4$s
                # %5$s
                authority: indicative
                source:
                  title: %6$s
                  # %7$s
                  language: %8$s
                """.formatted(
                        id,
                        RuleTemplate.names("programme", languages),
                        languages.stream()
                                .map(language -> language.tag() + ": " + quoted)
                                .collect(Collectors.joining(", ", "{ ", " }")),
                        zone.getId(),
                        RuleTemplate.hint("authority-comment", speaker),
                        RuleTemplate.hint("source", speaker),
                        RuleTemplate.hint("language-comment", speaker),
                        document.tag());
    }

    /** The line that names the calendar, or a comment that asks for it. */
    private String holidays() {
        return calendar.isEmpty() ? "# " + RuleTemplate.hint("calendar-comment", speaker) : "calendar: " + calendar;
    }

    private String names(String what) {
        return RuleTemplate.names(what, languages);
    }

    /** The line that says that the vendor has one language; none for both. */
    private String stated() {
        return languages.size() > 1
                ? ""
                : "# " + RuleTemplate.hint("languages-comment", speaker) + "\nlanguages: [" + document.tag() + "]\n\n";
    }

    private String catalogue() {
        return stated()
                + """
                products:
                  - id: product
                    names: %s

                deployments: [public-cloud]

                # %s
                plans:
                %s
                windows:
                  - id: office-hours
                    names: %s
                    zone: %s
                    %s
                    week: { monday-friday: [09:00-12:00, 13:00-18:00] }

                channels:
                  - id: phone
                    names: %s
                    window: office-hours

                services:
                %s""".formatted(
                                names("product"),
                                RuleTemplate.hint("plans-comment", speaker),
                                entries(plans, ""),
                                names("office-hours"),
                                zone.getId(),
                                holidays(),
                                names("phone"),
                                entries(services, "    kind: plan\n"));
    }

    private String entries(List<StatedName> entries, String more) {
        return entries.stream()
                .map(entry ->
                        "  - id: " + entry.id() + "\n" + more + "    names: " + entry.names(document, languages) + "\n")
                .collect(Collectors.joining());
    }
}
