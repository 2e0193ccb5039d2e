package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that two ids share, or that an id shares with what callers write, are told apart where an impact prints them. */
@Tag("slow")
class ImpactNamesTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");

    private static final List<String> RULES = List.of(
            SmallProgramme.rule("S-0", "Question(service == 'support')", "new Granted()"),
            SmallProgramme.rule("S-1", "Question(service == 'support')", "new Hours('7x12')"),
            SmallProgramme.rule("S-2", "Question(service == 'support')", "new Channel('phone')"),
            SmallProgramme.rule(
                    "S-3", "Question(service == 'support')\n    Product(id == 'beta')", "new Seat('dedicated')"));

    @Test
    void afterARenameTheIdIsNotMistakenForTheNameThatCallersWrite() {
        ImpactReport report = report(
                change("names: { zh-CN: 阿尔法, en: Alpha }", "names: { zh-CN: 首要, en: Prime }"), RULES, Language.ENGLISH);
        List<String> products = values(report, "product");
        assertThat(products).contains("written \"Prime\"", "written \"首要\"").doesNotContain("Prime");
        assertThat(report.sentences())
                .allSatisfy(sentence ->
                        assertThat(sentence.example().subscription().product()).isIn("Prime", "首要", "阿尔法"));
        assertThat(values(
                        report(
                                change("names: { zh-CN: 阿尔法, en: Alpha }", "names: { zh-CN: 首要, en: Prime }"),
                                RULES,
                                Language.CHINESE),
                        "product"))
                .contains("写作“Prime”");
    }

    @Test
    void anAliasThatMovesToAnotherProductIsNamedAsItIsWritten() {
        String moved = SmallProgramme.CATALOGUE
                .replace(", aliases: [First]", "")
                .replace("en: Beta }", "en: Beta }, aliases: [First]");
        assertThat(values(report(moved, RULES, Language.ENGLISH), "product")).containsOnly("written \"First\"");
    }

    @Test
    void anotherIdOfTheSameNameIsShownWithIt() {
        String channels = SmallProgramme.CATALOGUE.replace("id: phone,", "id: hotline,");
        List<String> rules = RULES.stream()
                .map(rule -> rule.replace("Channel(\"phone\")", "Channel(\"hotline\")"))
                .toList();
        ImpactReport report = report(channels, rules, Language.ENGLISH);
        assertThat(values(report, "channel"))
                .contains("Phone (phone)", "Phone (hotline)")
                .doesNotContain("Phone");
        assertThat(elements(report))
                .contains("through Phone (phone)", "through Phone (hotline)")
                .doesNotContain("through Phone");
        assertThat(values(report(channels, rules, Language.CHINESE), "channel")).contains("电话（phone）", "电话（hotline）");
    }

    @Test
    void aTimeThatDependsOnTheChannelChangesAlsoWhereNoChannelIsNamed() {
        List<String> rules = new ArrayList<>(RULES);
        rules.add(SmallProgramme.rule(
                "X-01", "Question(service == 'support', channel == 'phone')", "new Resolution(hours(9))"));

        assertThat(elements(report(SmallProgramme.CATALOGUE, rules, Language.ENGLISH)))
                .contains("Solved within 9 hours", "Solved within 9 hours (depends on: channel)");
        assertThat(elements(report(SmallProgramme.CATALOGUE, rules, Language.CHINESE)))
                .contains("9 小时内解决（视渠道而定）");
    }

    @Test
    void aServiceUnderAnotherIdIsShownWithIt() {
        String services = SmallProgramme.CATALOGUE.replace("id: sp-tuning", "id: sp-tuned");
        assertThat(report(services, RULES, Language.ENGLISH).services())
                .extracting(ImpactReport.ServiceLine::name)
                .contains("Tuning (sp-tuning)", "Tuning (sp-tuned)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aliases: [First]=>aliases: [Lonely]",
                "deployments: [public-cloud, on-premise]=>deployments: [public-cloud]",
                "id: beta,=>id: betta,"
            })
    void noListHoldsANameTwice(String edit) {
        String[] sides = edit.split("=>", -1);
        List<String> rules = RULES.stream()
                .map(rule -> edit.startsWith("id: beta") ? rule.replace("\"beta\"", "\"betta\"") : rule)
                .toList();
        for (Language language : Language.values()) {
            ImpactReport report = report(change(sides[0], sides[1]), rules, language);
            assertThat(report.sentences()).isNotEmpty();
            report.services().stream()
                    .flatMap(service -> service.dimensions().stream())
                    .forEach(dimension -> assertThat(dimension.classes().stream()
                                    .flatMap(one -> one.values().stream())
                                    .map(ValueLine::text))
                            .doesNotHaveDuplicates());
        }
    }

    private static String change(String text, String other) {
        assertThat(SmallProgramme.CATALOGUE).contains(text);
        return SmallProgramme.CATALOGUE.replace(text, other);
    }

    private static List<String> values(ImpactReport report, String part) {
        return report.sentences().stream()
                .flatMap(sentence -> sentence.conditions().stream())
                .filter(condition -> condition.part().equals(part))
                .map(ConditionLine::values)
                .flatMap(values -> values.stream().map(ValueLine::text))
                .toList();
    }

    private static Stream<String> elements(ImpactReport report) {
        return report.sentences().stream()
                .flatMap(sentence -> Stream.of(sentence.before(), sentence.after()))
                .flatMap(List::stream)
                .map(StatementLine::text);
    }

    private static ImpactReport report(String catalogue, List<String> rules, Language language) {
        ProgrammeRelease before =
                new SmallProgramme(SmallProgramme.CATALOGUE, RULES).release().orElseThrow();
        ProgrammeRelease after = new SmallProgramme(catalogue, rules).release().orElseThrow();
        ImpactReport report =
                ImpactReportWriter.of(Impact.between(before, after, AT), before, after, true, null, null, language);
        for (SentenceLine sentence : report.sentences()) {
            assertThat(sentence.text()).isNotBlank();
        }
        return report;
    }
}
