package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.release.publish.PartKind;
import io.quanyi.text.Language;
import io.quanyi.workshop.scaffold.RuleTemplate.Asked;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 */
record ProgrammeTemplate(
        String id,
        String vendor,
        ZoneId zone,
        String calendar,
        Language document,
        Set<Language> languages,
        Language speaker) {

    private static final String LOW = "basic";
    private static final String HIGH = "advanced";
    private static final String SERVICE = "support";

    /** Adds all files to an edit. */
    void addTo(RulesEdit edit, String policy, String catalogue) {
        edit.add(id + "/programme.yaml", programme());
        edit.add(PartKind.CATALOGUE.folder(id, catalogue), catalogue());
        String folder = PartKind.POLICY.folder(id, policy);
        add(edit, folder, "plans", plans());
        add(edit, folder, "period", period());
        add(edit, folder, SERVICE, service());
        edit.add(
                folder + Clauses.FILE,
                "# " + RuleTemplate.hint("clauses-comment", speaker) + "\nclauses:\n\n"
                        + Stream.of(plans(), period(), service())
                                .map(rule -> RuleTemplate.clauseEntry(rule.id(), document, languages, speaker)
                                        .indent(2))
                                .collect(Collectors.joining()));
    }

    private void add(RulesEdit edit, String folder, String name, RuleTemplate rule) {
        edit.add(folder + name + ".drl", RuleTemplate.header(id, name) + rule.rule());
        edit.add(folder + name + CaseFile.SUFFIX, rule.caseFile());
    }

    private RuleTemplate plans() {
        return rule(
                "PL",
                List.of("Plan(id == \"" + HIGH + "\")"),
                "new Plan(\"" + LOW + "\")",
                Asked.of(HIGH, SERVICE),
                Asked.of(LOW, SERVICE));
    }

    private RuleTemplate period() {
        return rule(
                "PE",
                List.of("Period(state == \"after\")"),
                "new Denied(\"outside-service-period\")",
                inPeriod("2025"),
                inPeriod("2026"));
    }

    private static Asked inPeriod(String year) {
        return new Asked(
                List.of("plan: " + LOW, "serviceStart: " + year + "-01-01", "serviceEnd: " + year + "-12-31"),
                SERVICE,
                List.of(),
                List.of());
    }

    private RuleTemplate service() {
        return rule(
                RuleIds.letters(SERVICE),
                List.of("Question(service == \"" + SERVICE + "\")", "Plan(id == \"" + HIGH + "\")"),
                "new Granted()",
                Asked.of(HIGH, SERVICE),
                Asked.of(LOW, SERVICE));
    }

    private RuleTemplate rule(String series, List<String> conditions, String outcome, Asked fires, Asked silent) {
        String rule = RuleIds.letters(id) + "-" + series + "-01";
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
                  - id: %s
                    names: %s
                  - id: %s
                    names: %s

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
                  - id: %s
                    kind: plan
                    names: %s
                """.formatted(
                                names("product"),
                                RuleTemplate.hint("plans-comment", speaker),
                                LOW,
                                names("lower-plan"),
                                HIGH,
                                names("higher-plan"),
                                names("office-hours"),
                                zone.getId(),
                                holidays(),
                                names("phone"),
                                SERVICE,
                                names("service"));
    }
}
