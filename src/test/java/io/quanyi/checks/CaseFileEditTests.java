package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases are added and changed as their author would, and every other line stays. */
class CaseFileEditTests {

    private static final String FILE = """
            # of the help desk
            cases:

              - name: one   # the first
                question: { service: help, at: 2026-01-05T09:00:00+08:00 }
                expect: { outcome: ENTITLED }

              - name: two
                note: counted by hand
                question: { service: help, at: 2026-01-05T09:00:00+08:00 }
                expect:
                  outcome: ENTITLED   # both
                  reasons: [{ code: granted }]
                  window: null
                  response: { target: { amount: 1, unit: working-day }, dueAt: 2026-01-06T09:00:00+08:00 }
                fires: [A-01]
            """;

    @Test
    void aCaseIsAddedBehindTheLastOne() {
        assertThat(text(CaseFileEdit.adding(file(FILE), added()))).isEqualTo(FILE + """

                  - name: "three: more"
                    question: { service: help }
                    expect: { outcome: ENTITLED }
                """);
        assertThat(CaseFileEdit.has(CaseFileEdit.adding(file(FILE), added()), "three: more"))
                .isTrue();
        assertThat(CaseFileEdit.has(file(FILE), "three: more")).isFalse();
    }

    @Test
    void theFirstCaseOfAFileStandsOnLinesOfItsOwn() {
        String first = text(CaseFileEdit.adding(CaseFileEdit.fresh("x.cases.yaml"), added()));
        assertThat(first).startsWith("cases:\n\n  - name: \"three: more\"\n    question: {");
        assertThat(CaseFileEdit.text(added()))
                .isEqualTo("- name: \"three: more\"\n  question: { service: help }\n  expect: { outcome: ENTITLED }");
    }

    @Test
    void aFileThatHasOtherThingsThanCasesGetsItsFirstCaseFromItsAuthor() {
        SourceFile fixtures = file("fixtures: {}\ncases: []\n");
        assertThatThrownBy(() -> CaseFileEdit.adding(fixtures, added())).isInstanceOf(FaultsFound.class);
        assertThat(CaseFileEdit.isReadable(fixtures)).isTrue();
        assertThat(CaseFileEdit.isReadable(file("cases: ["))).isFalse();
    }

    @Test
    void anExpectationSaysWhatIsAnsweredAboutNoMoreThanItDid() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", "ENTITLED");
        answer.put("entitled", true);
        answer.put(
                "reasons",
                List.of(Map.of("code", "granted", "rule", "A-01"), Map.of("code", "inherited", "rule", "A-02")));
        answer.put("window", "5x8");
        answer.put(
                "response",
                Map.of("target", Map.of("amount", 2, "unit", "working-day"), "dueAt", "2026-01-07T09:00:00+08:00"));
        String taken = text(CaseFileEdit.taking(file(FILE), asked("two"), answer, Set.of("A-01")));
        assertThat(taken)
                .isEqualTo(FILE.replace("[{ code: granted }]", "[{ code: granted }, { code: inherited }]")
                        .replace("window: null", "window: 5x8")
                        .replace("amount: 1", "amount: 2")
                        .replace("2026-01-06T", "2026-01-07T"));
    }

    @Test
    void anExpectationThatIsMetStaysAsItIsWritten() {
        assertThat(text(CaseFileEdit.taking(file(FILE), asked("one"), Map.of("outcome", "ENTITLED"), Set.of())))
                .isEqualTo(FILE);
    }

    @Test
    void anAnswerThatLacksAPartTakesItOut() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", "NOT_ENTITLED");
        answer.put("reasons", List.of());
        answer.put("window", null);
        answer.put("response", null);
        assertThat(text(CaseFileEdit.taking(file(FILE), asked("two"), answer, Set.of("A-01"))))
                .contains("outcome: NOT_ENTITLED   # both", "reasons: []", "window: null", "response: null")
                .doesNotContain("dueAt");
    }

    @Test
    void aRuleThatFiresNoMoreGoesToTheSilentOnes() {
        assertThat(text(CaseFileEdit.taking(file(FILE), asked("two"), Map.of("outcome", "ENTITLED"), Set.of("A-02"))))
                .contains("silent: [A-01]")
                .doesNotContain("fires:");
    }

    private static Obj added() {
        Map<String, Tree> members = new LinkedHashMap<>();
        members.put("name", PlainTree.text("three: more"));
        members.put("question", PlainTree.tree(Map.of("service", "help"), true));
        members.put("expect", PlainTree.tree(Map.of("outcome", "ENTITLED"), false));
        return new Obj(members);
    }

    private static Case asked(String name) {
        return CaseFile.read(file(FILE), "p", new Faults()).cases().stream()
                .filter(one -> one.name().written().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SourceFile file(String text) {
        return new SourceFile("x.cases.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
