package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that mistakes are found in copies of shipped programmes, and none in the programmes themselves. */
@Tag("slow")
class SoundnessCheckTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));
    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String RULES = GALAXY + "/policy/2025.1/";

    /** The document names these plans, and describes the fourth. */
    private static final List<String> NAMED_AND_NOT_DESCRIBED =
            List.of("plan-undecided standard", "plan-undecided accelerated", "plan-undecided priority");

    private static final String TAKEN = """

            rule "Exclusive has no phone"
                @id(GAL-PH-09) @clause("二.1(1) 7*24电话支持")%s
            when
                Question(service == "phone-support")
                Plan(id == "exclusive")
            then
                insert(new Denied("out-of-scope"));
            end
            """;

    static List<ReleaseId> releases() {
        return RulesTree.candidates(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatIsShippedIsSound(ReleaseId id) {
        assertThat(found(SHIPPED, id))
                .extracting(fault -> fault.code() + " " + fault.arguments().get(0))
                .containsExactlyElementsOf(
                        id.programme().equals("yonsuite-premier-success") ? NAMED_AND_NOT_DESCRIBED : List.of());
    }

    @Test
    void aServiceThatNoRuleSpeaksOfIsUndecided() {
        String path = GALAXY + "/catalogue/2025-01-01.yaml";
        SourceTree tree = SHIPPED.with(new SourceFile(
                path,
                text(path)
                        .replaceFirst(
                                "\nservices:\n",
                                "\nservices:\n\n  - id: new-service\n    kind: plan\n    names: { zh-CN: 新服务, en: New }\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(found(tree, galaxy(tree))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("service-undecided");
            assertThat(fault.position().file()).isEqualTo(path);
            assertThat(fault.message(Language.ENGLISH)).contains("new-service");
        });
    }

    @Test
    void servicesThatNeverEndAreRemarkedOnUnlessTheDocumentNamesNoPeriod() {
        TinyRules rules = TinyRules.draft();
        assertThat(unread(rules)).isEmpty();
        TinyRules silent = rules.change("tiny/policy/1/clauses.yaml", "period: none\n", "");
        assertThat(unread(silent))
                .singleElement()
                .satisfies(remark -> assertThat(remark.position().file()).isEqualTo("tiny/policy/1/clauses.yaml"));
    }

    private static List<Fault> unread(TinyRules rules) {
        return found(rules.tree(), tiny(rules)).stream()
                .filter(remark -> remark.code().equals("period-unread"))
                .toList();
    }

    private static ReleaseId tiny(TinyRules rules) {
        return RulesTree.id(rules.tree(), "tiny", 1, "1", "2026-01-01", "2026-01-01");
    }

    @Test
    void aGroupThatNoRuleNamesIsRemarkedOn() {
        String path = GALAXY + "/catalogue/2025-01-01.yaml";
        SourceTree tree = SHIPPED.with(
                new SourceFile(path, text(path).replaceFirst("\ngroups:\n", """

                        groups:
                          - id: phones
                            names: { zh-CN: 电话, en: Phones }
                            services: [phone-support]
                        """).getBytes(StandardCharsets.UTF_8)));
        assertThat(found(tree, galaxy(tree))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("group-unused");
            assertThat(fault.position().file()).isEqualTo(path);
            assertThat(fault.message(Language.ENGLISH)).contains("phones");
        });
    }

    @Test
    void aPlanMayNotLoseWhatThePlanBelowHas() {
        SourceTree tree = append(RULES + "phone-support.drl", TAKEN.formatted(""));
        assertThat(found(tree, galaxy(tree))).extracting(Fault::code).containsExactly("plan-loses", "plan-loses");
        assertThat(found(tree, galaxy(tree)).get(0)).satisfies(fault -> {
            assertThat(fault.position().file()).isEqualTo(RULES + "phone-support.drl");
            assertThat(fault.message(Language.ENGLISH))
                    .contains("plan exclusive lacks the service phone-support")
                    .contains("for example: plan exclusive")
                    .contains("GAL-PH-09");
        });
    }

    @Test
    void aPlanMayLoseItWhereTheRuleSaysWhy() {
        SourceTree tree = append(RULES + "phone-support.drl", TAKEN.formatted(" @waives(\"the table has no tick\")"));
        assertThat(found(tree, galaxy(tree))).isEmpty();
    }

    @Test
    void whereARuleStatesATimeToAnswerEveryPlanNeedsOne() {
        SourceTree tree = change(
                RULES + "emergency-fault.drl",
                "(?s)\\nrule \"[^\"]*\"\\s+@en\\(\"[^\"]*\"\\)\\s+@id\\(GAL-EF-02\\)(?:(?!\\nend).)*\\nend",
                "\n");
        List<Fault> found = found(tree, galaxy(tree));
        assertThat(found)
                .extracting(Fault::code)
                .as("nor does any rule have the time that the clause states")
                .containsExactly("quoted-number-unstated", "target-missing");
        assertThat(found.get(1)).satisfies(fault -> {
            assertThat(fault.message(Language.ENGLISH)).contains("emergency-fault", "plan basic", "GAL-EF-03");
        });
    }

    private static List<Fault> found(SourceTree tree, ReleaseId id) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        List<Fault> found = new ArrayList<>(SoundnessCheck.check(
                        Objects.requireNonNull(release), RulesTree.SOME_INSTANT, Cancellation.never(), faults)
                .remarks());
        found.addAll(faults.sorted());
        return found;
    }

    private static ReleaseId galaxy(SourceTree tree) {
        return RulesTree.id(tree, GALAXY, 1, "2025.1", "2025-01-01", "2026-01-01");
    }

    private static SourceTree change(String path, String pattern, String other) {
        String before = text(path);
        String after = before.replaceFirst(pattern, other);
        assertThat(after).isNotEqualTo(before);
        return SHIPPED.with(new SourceFile(path, after.getBytes(StandardCharsets.UTF_8)));
    }

    private static SourceTree append(String path, String more) {
        return SHIPPED.with(new SourceFile(path, (text(path) + more).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String path) {
        return new String(Objects.requireNonNull(SHIPPED.file(path), path).bytes(), StandardCharsets.UTF_8);
    }
}
