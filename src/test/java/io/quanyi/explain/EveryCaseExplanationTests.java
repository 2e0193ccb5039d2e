package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.CaseRun.Posed;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.ExplainedRule;
import io.quanyi.explain.ExplanationReport.FindingLine;
import io.quanyi.explain.ExplanationReport.NearMissLine;
import io.quanyi.explain.ShippedExplanations.ExplainedCase;
import io.quanyi.text.Language;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of every explanation, checked with every case of every release. */
@Tag("slow")
@Timeout(120)
class EveryCaseExplanationTests {

    /** Members that are equal in all languages. */
    private static final Set<String> AS_WRITTEN = Set.of(
            "QuotedClause.clause",
            "QuotedClause.quote",
            "NearMissLine.condition",
            "NearMissLine.field",
            "NearMissLine.value",
            "AskedLine.zone",
            "FieldLine.value");

    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,}[ ,;:]+[a-z]{2,}[ ,;:]+[a-z]{2,}");
    private static final Pattern IS = Pattern.compile("(\\w+) == \"([^\"]+)\"");

    /** The members of a request from which a field is copied. */
    private static final Map<String, String> MEMBERS = Map.of(
            "Plan.id", "subscription.plan",
            "Product.id", "subscription.product",
            "Deployment.value", "subscription.deployment",
            "Question.channel", "question.channel",
            "Question.topic", "question.topic",
            "Question.severity", "question.severity",
            "Question.activity", "question.activity",
            "Question.delivery", "question.delivery");

    static List<ReleaseId> releases() {
        return ShippedExplanations.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyPartThatNamesARuleIsSaidToRestOnIt(ReleaseId id) {
        for (ExplainedCase explained : ShippedExplanations.explainedCases(id)) {
            Posed posed = explained.posed();
            ExplanationReport report = explained.report();
            Decision decision = decided(posed);
            assertThat(report.answer() == null).as("%s", posed.request()).isEqualTo(decision == null);
            assertThat(report.refusal() == null).isEqualTo(decision != null);
            if (decision != null) {
                assertThat(rules(report.basis().stream().map(BasisLine::rule)))
                        .as("%s", posed.request())
                        .containsAll(named(decision));
            }
        }
    }

    /** The findings marked as counting are exactly those of the answer. */
    @ParameterizedTest
    @MethodSource("releases")
    void whatCountsOfTheSingleTermsIsOneAndTheAnswers(ReleaseId id) {
        for (ExplainedCase explained : ShippedExplanations.explainedCases(id)) {
            Posed posed = explained.posed();
            Decision decision = decided(posed);
            if (decision != null) {
                assertThat(ruleOf(explained.report(), "Response"))
                        .as("%s", posed.request())
                        .isEqualTo(
                                decision.response() == null
                                        ? List.of()
                                        : Stream.ofNullable(decision.response().rule())
                                                .toList());
                assertThat(ruleOf(explained.report(), "Hours"))
                        .isEqualTo(
                                decision.window() == null
                                        ? List.of()
                                        : Stream.ofNullable(decision.window().rule())
                                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyRuleThatFiresIsListedAndNoOther(ReleaseId id) {
        for (ExplainedCase explained : ShippedExplanations.explainedCases(id)) {
            Posed posed = explained.posed();
            ExplanationReport report = explained.report();
            if (!report.facts().isEmpty()) {
                assertThat(rules(report.findings().stream().map(FindingLine::rule)))
                        .as("%s", posed.request())
                        .isEqualTo(fired(posed.request(), posed));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatAClockCountsIsWhatWasPromisedAndItsStretchesMeet(ReleaseId id) {
        for (ExplainedCase explained : ShippedExplanations.explainedCases(id)) {
            explained.report().clocks().forEach(clock -> {
                var reached = clock.start();
                for (ExplanationReport.StretchLine stretch : clock.stretches()) {
                    assertThat(stretch.from()).isEqualTo(reached);
                    assertThat(stretch.counted()).isEqualTo(stretch.reasons().isEmpty());
                    reached = stretch.to();
                }
                assertThat(clock.due() == null ? clock.start() : clock.due()).isEqualTo(reached);
                assertThat(clock.text()).doesNotContainPattern("\\b([a-z]+) \\1\\b");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aNearMissFiresOnceItsFactIsWhatItAsks(ReleaseId id) {
        int tried = 0;
        for (ExplainedCase explained : ShippedExplanations.explainedCases(id)) {
            Posed posed = explained.posed();
            for (NearMissLine near : explained.report().nearMisses()) {
                Matcher is = IS.matcher(near.condition());
                String member = MEMBERS.get(near.field());
                if (member != null && is.matches()) {
                    DecisionRequest changed =
                            (DecisionRequest) with(posed.request(), List.of(member.split("\\.")), is.group(2));
                    assertThat(fired(changed, posed))
                            .as("%s once %s", posed.request(), near)
                            .contains(near.rule().id());
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aChineseExplanationHasNoEnglishSentenceInIt(ReleaseId id) {
        assertThat(said(ShippedExplanations.explainedCases(id).get(0).report()))
                .anyMatch(text -> ENGLISH.matcher(text).find());
        for (Posed posed : ShippedExplanations.cases(id)) {
            assertThat(said(ShippedExplanations.explained(posed, Language.CHINESE)))
                    .as("%s", posed.request())
                    .noneMatch(text -> ENGLISH.matcher(text).find());
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void anEnglishExplanationSaysNoIdOfWhatHasAName(ReleaseId id) {
        Pattern ids = ids(id);
        // An author's own sentence may have a word that is an id, too: "on-site"
        Set<String> titles = ShippedExplanations.release(id.programme()).policy().rules().stream()
                .map(rule -> rule.title().in(Language.ENGLISH))
                .collect(Collectors.toSet());
        Set<String> texts = ShippedExplanations.explainedCases(id).stream()
                .flatMap(explained -> texts(explained.report()))
                .filter(text -> !titles.contains(text))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts).isNotEmpty().noneMatch(text -> ids.matcher(text).find());
    }

    private static Pattern ids(ReleaseId id) {
        var catalogue = ShippedExplanations.release(id.programme()).catalogue();
        return Pattern.compile(
                Stream.concat(catalogue.services().keySet().stream(), catalogue.channels().keySet().stream())
                        .filter(name -> name.contains("-"))
                        .map(name -> "(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                        .collect(Collectors.joining("|")));
    }

    private static @Nullable Decision decided(Posed posed) {
        try {
            return new Decider((asked, at) -> posed.release()).decide(posed.request(), posed.at());
        } catch (RequestRefused e) {
            return null;
        }
    }

    private static Set<String> named(Decision decision) {
        Stream<@Nullable String> single = Stream.of(
                decision.window() == null ? null : decision.window().rule(),
                decision.response() == null ? null : decision.response().rule(),
                decision.resolution() == null ? null : decision.resolution().rule(),
                decision.quota() == null ? null : decision.quota().rule(),
                decision.leadTime() == null ? null : decision.leadTime().rule());
        Stream<@Nullable String> several = Stream.of(
                        decision.reasons().stream().map(Decision.Reason::rule),
                        decision.charges().stream().map(Decision.ChargeLine::rule),
                        decision.conditions().stream().map(Decision.ConditionLine::rule))
                .flatMap(rules -> rules);
        return Stream.concat(single, several).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fired(DecisionRequest request, Posed posed) {
        return CheckedQuestion.of(request, posed.release(), posed.at()).findings().stream()
                .filter(finding -> finding.absent() == null)
                .map(Finding::rule)
                .map(rule -> Objects.requireNonNull(rule).id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules(Stream<@Nullable ExplainedRule> rules) {
        return rules.filter(Objects::nonNull).map(ExplainedRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> ruleOf(ExplanationReport report, String part) {
        return report.basis().stream()
                .filter(line -> line.part().equals(part))
                .flatMap(line -> Stream.ofNullable(line.rule()))
                .map(ExplainedRule::id)
                .toList();
    }

    /** A record with another value in a place of it. */
    private static Object with(Object record, List<String> path, String value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> {
                    Object now = read(record, component);
                    if (!component.getName().equals(path.get(0))) {
                        return now;
                    }
                    return path.size() == 1
                            ? value
                            : with(Objects.requireNonNull(now), path.subList(1, path.size()), value);
                })
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object read(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every text of a report that is in its language. */
    private static List<String> said(Object report) {
        List<String> found = new ArrayList<>();
        collect(report, found);
        return found;
    }

    /** The texts that are more than an id. */
    private static Stream<String> texts(ExplanationReport report) {
        return said(report).stream().filter(text -> text.contains(" "));
    }

    private static void collect(@Nullable Object value, List<String> found) {
        if (value instanceof String text) {
            found.add(text);
        } else if (value instanceof Collection<?> all) {
            all.forEach(one -> collect(one, found));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = record.getClass().getSimpleName() + "." + component.getName();
                if (!AS_WRITTEN.contains(name)) {
                    collect(read(record, component), found);
                }
            }
        }
    }
}
