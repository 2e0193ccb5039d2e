package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies with equal rules share their knowledge bases, and no edit of one reaches the others. */
class KnowledgeBasesTests {

    private static final String ADVICE = DemoPolicy.grant("DEM-A-1", "Question(service == \"advice\")");
    private static final String REPAIR = DemoPolicy.grant("DEM-R-1", "Question(service == \"repair\")");

    @Test
    void policiesReadFromEqualFilesShareThem() {
        Policy one = compile(ADVICE, REPAIR).policy();
        Policy other = compile(ADVICE, REPAIR).policy();
        KnowledgeBases shared = KnowledgeBases.shared(one);
        assertThat(KnowledgeBases.shared(other)).isSameAs(shared);
        assertThat(KnowledgeBases.shared(other).of("advice")).isSameAs(shared.of("advice"));
        assertThat(KnowledgeBases.shared(other).nearMisses("advice")).isSameAs(shared.nearMisses("advice"));
    }

    @Test
    void aPolicyWithOneOtherWordHasItsOwn() {
        KnowledgeBases shared = KnowledgeBases.shared(compile(ADVICE, REPAIR).policy());
        List<String> others = List.of(
                ADVICE.replace("The norm of", "Another norm of"),
                ADVICE.replace("@clause(\"1\")", "@clause(\"2\")"),
                ADVICE.replace("== \"advice\"", "in (\"advice\", \"repair\")"),
                "\n" + ADVICE);
        for (String other : others) {
            assertThat(KnowledgeBases.shared(compile(other, REPAIR).policy()))
                    .as(other)
                    .isNotSameAs(shared);
        }
    }

    @Test
    void anEditOfARuleIsSeenByTheEditedPolicyAlone() {
        CompiledPolicy one = compile(ADVICE, REPAIR);
        CompiledPolicy other = compile(ADVICE, REPAIR);
        Rule denies = compile(ADVICE.replace("Granted()", "Denied(\"out-of-scope\")"), REPAIR)
                .policy()
                .rules()
                .get(0);
        CompiledPolicy edited = one.with(one.rules().get(0), denies);
        assertThat(outcomes(edited)).containsExactly("Denied");
        assertThat(outcomes(one)).containsExactly("Granted");
        assertThat(outcomes(other)).containsExactly("Granted");
    }

    @Test
    void onlyTheServicesOfAnEditedRuleAreCompiledAnew() {
        CompiledPolicy policy = compile(ADVICE, REPAIR);
        KnowledgeBases before = KnowledgeBases.shared(policy.policy());
        KnowledgeBases edited = before.with(policy.policy().with("DEM-A-1", null), Set.of("advice"));
        assertThat(edited.of("repair")).isSameAs(before.of("repair"));
        assertThat(edited.of("advice")).isNotSameAs(before.of("advice"));
    }

    private static List<String> outcomes(CompiledPolicy policy) {
        return policy.evaluate(DemoQuestion.about("advice", "low")).stream()
                .map(finding -> finding.outcome().getClass().getSimpleName())
                .toList();
    }

    private static CompiledPolicy compile(String advice, String repair) {
        return DemoPolicy.compile(DemoPolicy.rules("advice.drl", advice), DemoPolicy.rules("repair.drl", repair));
    }
}
