package io.quanyi.workshop;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.release.publish.PartKind;
import io.quanyi.text.Language;
import io.quanyi.workshop.RuleDraft.Asked;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A programme that is still to be thought through.
 *
 * @param id its id
 * @param vendor whose it is
 * @param zone the zone of its dates
 * @param calendar the calendar that its office hours close by
 * @param speaker the language of the author, in which is said what to fill in
 */
record ProgrammeDraft(String id, String vendor, ZoneId zone, String calendar, Language speaker) {

    private static final String LOW = "basic";
    private static final String HIGH = "advanced";
    private static final String SERVICE = "support";

    /** Draws all of its files. */
    void draw(Sketch sketch, String policy, String catalogue) {
        sketch.add(id + "/programme.yaml", programme());
        sketch.add(PartKind.CATALOGUE.folder(id, catalogue), catalogue());
        String folder = PartKind.POLICY.folder(id, policy);
        draw(sketch, folder, "plans", plans());
        draw(sketch, folder, "period", period());
        draw(sketch, folder, SERVICE, service());
        sketch.add(
                folder + Clauses.FILE,
                "# " + RuleDraft.hint("clauses-comment", speaker) + "\nclauses:\n\n"
                        + Stream.of(plans(), period(), service())
                                .map(rule -> RuleDraft.clauseEntry(rule.id(), speaker)
                                        .indent(2))
                                .collect(Collectors.joining()));
    }

    private void draw(Sketch sketch, String folder, String name, RuleDraft rule) {
        sketch.add(folder + name + ".drl", RuleDraft.header(id, name) + rule.rule());
        sketch.add(folder + name + CaseFile.SUFFIX, RuleDraft.caseFile(rule));
    }

    private RuleDraft plans() {
        return rule(
                "PL",
                List.of("Plan(id == \"" + HIGH + "\")"),
                "new Plan(\"" + LOW + "\")",
                Asked.of(HIGH, SERVICE),
                Asked.of(LOW, SERVICE));
    }

    private RuleDraft period() {
        return rule(
                "PE",
                List.of("Period(state == \"after\")"),
                "new Denied(\"outside-service-period\")",
                new Asked("{ plan: " + LOW + ", serviceStart: 2025-01-01, serviceEnd: 2025-12-31 }", SERVICE),
                new Asked("{ plan: " + LOW + ", serviceStart: 2026-01-01, serviceEnd: 2026-12-31 }", SERVICE));
    }

    private RuleDraft service() {
        return rule(
                RuleIds.letters(SERVICE),
                List.of("Question(service == \"" + SERVICE + "\")", "Plan(id == \"" + HIGH + "\")"),
                "new Granted()",
                Asked.of(HIGH, SERVICE),
                Asked.of(LOW, SERVICE));
    }

    private RuleDraft rule(String series, List<String> conditions, String outcome, Asked fires, Asked silent) {
        String rule = RuleIds.letters(id) + "-" + series + "-01";
        return new RuleDraft(
                rule,
                Language.CHINESE,
                RuleDraft.clauseOf(rule),
                conditions,
                outcome,
                RuleDraft.instant(zone),
                fires,
                silent);
    }

    private String programme() {
        String quoted = "'" + vendor.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
        return """
                id: %1$s
                names:
                  zh-CN: TODO 服务体系名称
                  en: TODO name of the programme
                vendor:
                  zh-CN: %2$s
                  en: %2$s
                zone: %3$s
                # %4$s
                authority: indicative
                source:
                  title: %5$s
                  # %6$s
                  language: zh-CN
                """.formatted(
                        id,
                        quoted,
                        zone.getId(),
                        RuleDraft.hint("authority-comment", speaker),
                        RuleDraft.hint("source", speaker),
                        RuleDraft.hint("language-comment", speaker));
    }

    private String catalogue() {
        return """
                products:
                  - id: product
                    names: { zh-CN: TODO 产品名称, en: TODO name of the product }

                deployments: [public-cloud]

                # %s
                plans:
                  - id: %s
                    names: { zh-CN: TODO 低档计划, en: TODO the lower plan }
                  - id: %s
                    names: { zh-CN: TODO 高档计划, en: TODO the higher plan }

                windows:
                  - id: office-hours
                    names: { zh-CN: TODO 工作时间, en: TODO office hours }
                    zone: %s
                    calendar: %s
                    week: { monday-friday: [09:00-12:00, 13:00-18:00] }

                channels:
                  - id: phone
                    names: { zh-CN: TODO 电话, en: TODO phone }
                    window: office-hours

                services:
                  - id: %s
                    kind: plan
                    names: { zh-CN: TODO 服务名称, en: TODO name of the service }
                """.formatted(RuleDraft.hint("plans-comment", speaker), LOW, HIGH, zone.getId(), calendar, SERVICE);
    }
}
