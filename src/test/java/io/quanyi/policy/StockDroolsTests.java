package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.StockDrools.Said;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.builder.Message;

/** Rule files are plain DRL: the engine's own compiler takes them as typed, and they say the same there. */
@Tag("slow")
class StockDroolsTests {

    private static final int QUESTIONS = 3_000;

    /** Every operator and kind of field, so that each is held against what the engine makes of it. */
    private static final List<SourceFile> ALL_FORMS = List.of(
            DemoPolicy.rules(
                    "advice.drl",
                    DemoPolicy.grant(
                            "A-01", "Question(service == \"advice\", quantity > 1) Plan(id in (\"low\", \"middle\"))"),
                    DemoPolicy.grant(
                            "A-02", "Question(service == \"advice\", channel != \"phone\", topic not in (\"data\"))"),
                    DemoPolicy.grant("A-03", "Question(service == \"advice\", personDays < 2.5, leadDays >= 2)"),
                    DemoPolicy.grant("A-04", "Question(service == \"advice\") Amount(value >= 5000, value <= 5000.00)"),
                    DemoPolicy.grant("A-05", "Question(service == \"advice\") Amount(value in (5000, 1))"),
                    DemoPolicy.grant(
                            "A-06", "Question(service == \"advice\") Amount(value not in (5000, 1), value != 2.50)"),
                    DemoPolicy.grant(
                            "A-07",
                            "Question(service == \"advice\") Period(renewed == true, year != 2, year in (1, 2))"),
                    DemoPolicy.grant("A-08", "Question(service == \"advice\") FirstTerm(over != true, year < 3)"),
                    DemoPolicy.grant("A-09", "Question(service == \"advice\") Environment(ready in (true, false))"),
                    DemoPolicy.grant(
                            "A-10",
                            "Question(service == \"advice\") exists ContractTerm(effect in (\"grant\", \"quota\"))"),
                    DemoPolicy.grant("A-11", "Question(service == \"advice\") not ContractTerm(effect != \"grant\")"),
                    DemoPolicy.grant(
                            "A-12",
                            "Question($s : service, service == \"advice\") Product(family == \"books\")"
                                    + " Purchase(service == $s) not Opening(service == $s)"),
                    DemoPolicy.grant(
                            "A-13",
                            "Question(service == \"advice\") ContractTerm($e : effect, effect == \"grant\")"
                                    + " ContractTerm($f : effect, effect == \"quota\") ContractTerm(effect == $e)"),
                    DemoPolicy.grant(
                            "A-14",
                            "Question(service == \"advice\") ContractTerm($f : effect, effect == \"grant\")"
                                    + " ContractTerm($e : effect, effect == \"quota\") ContractTerm(effect == $e, effect"
                                    + " == \"quota\")"),
                    DemoPolicy.rule(
                            "A-15",
                            "Question(service == \"advice\", $n : quantity) Plan($p : id, id == \"high\")",
                            "insert(new LeadTime($n));"),
                    DemoPolicy.rule(
                            "A-16", "Question(service == \"advice\", $n : quantity)", "insert(new GroupLimit($n));"),
                    DemoPolicy.rule(
                            "A-17",
                            "Question(service == \"advice\") Plan()",
                            "insert(new Quota(2.5, \"person-day\", \"contract\"));"),
                    DemoPolicy.rule(
                            "A-18",
                            "Question(service == \"advice\") Product(family == \"payroll\")",
                            "insert(new Charge(200, 300.5, \"CNY\", \"incident\", true));"),
                    DemoPolicy.rule(
                            "A-19",
                            "Question(service == \"advice\") Product(id == \"ledger\")",
                            "insert(new Charge(200, \"CNY\", \"year\", false));"),
                    DemoPolicy.rule(
                            "A-20",
                            "Question(service == \"advice\") Phase(value != \"operation\")",
                            "insert(new Response(workingDays(0.5), \"5x8\"));"),
                    DemoPolicy.rule(
                            "A-21",
                            "Question(service == \"advice\") Deployment(value == \"on-premise\")",
                            "insert(new Resolution(immediate()));"),
                    DemoPolicy.rule(
                            "A-22",
                            "Question(service == \"advice\") Requester(certified == false, submittedBy != \"user\")"
                                    + " Plan(id == \"low\")",
                            "insert(new Response(hours(4)));"),
                    DemoPolicy.rule(
                            "A-23",
                            "Question(service == \"advice\") FreeRemoteSupport($n : limit)",
                            "insert(new Quota($n, \"time\", \"service-year\"));"),
                    DemoPolicy.grant(
                            "A-24",
                            "Question(service == \"advice\") FreeRemoteSupport(limit in (2.5, 5000), limit != 1)"),
                    DemoPolicy.rule(
                            "A-25",
                            "Question(service == \"advice\") not FreeRemoteSupport(limit > 1)",
                            "insert(new FulfilledBy(\"human-contact\"));"),
                    DemoPolicy.rule(
                            "A-26",
                            "Question(service == \"advice\") Period(state == \"after\")",
                            "insert(new ChargeShare(0.07, 0.10, \"contract-amount\", \"year\", true));"),
                    DemoPolicy.grant("A-27", "ServiceGroup(id == \"care\")"),
                    DemoPolicy.grant(
                            "A-28",
                            "ServiceGroup(id == \"papers\") Question($s : service, quantity > 1)"
                                    + " not Purchase(service == $s)"),
                    DemoPolicy.rule(
                            "A-29",
                            "ServiceGroup(id == \"papers\") FreeRemoteSupport($n : limit)",
                            "insert(new Granted()); insert(new Channel(\"im\")); insert(new Channel(\"phone\"));"
                                    + " insert(new Quota($n, \"time\", \"contract\"));")),
            DemoPolicy.rules(
                    "every-service.drl",
                    DemoPolicy.rule(
                            "E-1",
                            "not ServiceGroup(id == \"care\") not ServiceGroup(id == \"papers\")",
                            "insert(new Condition(\"by-agreement\")); insert(new Delivery(\"online\"));")),
            DemoPolicy.rules(
                    "plans.drl",
                    DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"),
                    DemoPolicy.rule(
                            "P-2",
                            "Question(service not in (\"repair\", \"report\")) Plan(id == \"middle\")",
                            "insert(new Plan(\"low\"));")));

    @Test
    void theShippedRulesSayTheSameInStockDrools() {
        CompiledPolicy policy = GalaxyPolicy.compiled();
        Set<String> fired = assertSameFindings(GalaxyPolicy.RULES, policy, GalaxyPolicy.CATALOGUE);
        assertThat(fired).as("rules that the questions reached").containsExactlyInAnyOrderElementsOf(titles(policy));
    }

    /** Shared files run in stock Drools under their own programme's package; what they say is the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kingdee-galaxy-onprem",
                "kingdee-premium-success",
                "kingdee-aftersales-general",
                "yonsuite-premier-success",
                "yonyou-aftersales-sla"
            })
    void theRulesOfTheOtherProgrammesSayTheSameInStockDrools(String programme) {
        SourceTree tree = SourceTree.ofFolder(Path.of("rules"));
        ReleaseId id = RulesTree.candidates(tree).stream()
                .filter(candidate -> candidate.programme().equals(programme))
                .findFirst()
                .orElseThrow();
        ProgrammeRelease release = Objects.requireNonNull(RulesTree.draft(tree, id, new Faults()));
        List<SourceFile> rules = RulesTree.policyFiles(tree, id).all().stream()
                .filter(file -> file.path().endsWith(".drl"))
                .toList();
        Set<String> fired = assertSameFindings(rules, (CompiledPolicy) release.policy(), release.catalogue());
        assertThat(fired).as("rules that the questions reached").hasSizeGreaterThan(10);
    }

    @Test
    void everyFormOfTheLanguageSaysTheSameInStockDrools() {
        CompiledPolicy policy = DemoPolicy.compile(ALL_FORMS.toArray(SourceFile[]::new));
        Set<String> fired = assertSameFindings(ALL_FORMS, policy, DemoPolicy.CATALOGUE);
        assertThat(fired).as("rules that the questions reached").containsExactlyInAnyOrderElementsOf(titles(policy));
    }

    /** A null is an answer to {@code !=} for the engine and never for us: the difference is meant. */
    @Test
    void anAbsentFactMeetsANegationInStockDroolsOnly() {
        SourceFile file = DemoPolicy.rules(
                "advice.drl", DemoPolicy.grant("A-1", "Question(service == \"advice\", channel != \"im\")"));
        QuestionFacts asked = DemoQuestion.about("advice", "low");
        assertThat(StockDrools.of(List.of(file)).ask(asked)).hasSize(1);
        assertThat(DemoPolicy.compile(file).evaluate(asked))
                .extracting(Finding::absent)
                .doesNotContainNull();
    }

    /** With its newer parser the engine builds such a rule without a condition, and it grants everything to everybody. */
    @Test
    void aSyntaxErrorBehindAnAnnotationIsReportedByTheEngineAsConfigured() {
        SourceFile file = DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", "Question(service == == \"advice\")"));
        assertThat(StockDrools.messages(List.of(file)))
                .anyMatch(message -> message.getLevel() == Message.Level.ERROR && message.getLine() == 9);
    }

    @Test
    void aSyntaxErrorBehindAnAnnotationIsReportedByOurReaderWithItsPlace() {
        SourceFile file = DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", "Question(service == == \"advice\")"));
        assertThat(DemoPolicy.faults(file).stream().map(DemoPolicy::brief))
                .first()
                .isEqualTo("9:25 literal-wrong-type");
    }

    /** The titles of the rules that fired. */
    private static Set<String> assertSameFindings(List<SourceFile> files, CompiledPolicy policy, Catalogue catalogue) {
        StockDrools stock = StockDrools.of(files);
        RandomFacts facts = new RandomFacts(new Random(20_261_121), catalogue);
        List<String> services = List.copyOf(catalogue.services().keySet());
        List<String> plans = catalogue.plans().stream().map(Catalogue.Plan::id).toList();
        Set<String> fired = new TreeSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            QuestionFacts asked = facts.question(services.get(i % services.size()), facts.anyOf(plans), 0);
            Set<Said> ours = said(policy.evaluate(asked));
            assertThat(ours).as(asked.toString()).isEqualTo(stock.ask(asked));
            ours.forEach(said -> fired.add(said.title()));
        }
        return fired;
    }

    private static Set<Said> said(List<Finding> findings) {
        assertThat(findings).allMatch(finding -> finding.absent() == null);
        return findings.stream()
                .map(finding ->
                        new Said(Objects.requireNonNull(finding.rule()).title().written(), finding.outcome()))
                .collect(Collectors.toSet());
    }

    private static Set<String> titles(CompiledPolicy policy) {
        return policy.rules().stream().map(rule -> rule.title().written()).collect(Collectors.toSet());
    }
}
