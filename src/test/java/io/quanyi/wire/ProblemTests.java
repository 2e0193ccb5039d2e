package io.quanyi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The detail of a problem is its first fault and, of several, their number. */
class ProblemTests {

    private static final Fault FIRST = Fault.at("/question", "member-missing", "question");
    private static final Fault SECOND = Fault.at("/subscription", "member-missing", "subscription");

    @Test
    void oneFaultIsTheDetail() {
        assertThat(Problem.malformed(List.of(FIRST), Language.CHINESE).detail()).isEqualTo("缺少字段“question”");
    }

    @Test
    void severalFaultsAreCounted() {
        assertThat(Problem.malformed(List.of(FIRST, SECOND), Language.CHINESE).detail())
                .isEqualTo("共 2 处错误，第一处：缺少字段“question”");
        assertThat(Problem.malformed(List.of(FIRST, SECOND), Language.ENGLISH).detail())
                .startsWith("2 faults in all; the first: ")
                .contains("question");
    }

    @Test
    void missingFactsAreNoFaults() {
        List<Fault> facts = List.of(
                Fault.at("/question/severity", "missing-fact", Fault.text("explain.member.severity")),
                Fault.at("/subscription/product", "missing-fact", Fault.text("explain.member.product")));
        assertThat(Problem.of(422, "missing-fact", facts, Language.CHINESE).detail())
                .isEqualTo("共缺少 2 项信息，第一项：缺少“严重级别”，无法判定，请补充");
        assertThat(Problem.of(422, "missing-fact", facts, Language.ENGLISH).detail())
                .startsWith("2 facts are missing; the first: ");
    }

    @Test
    void faultsThatAreLeftOutAreCounted() {
        Faults faults = new Faults();
        for (int line = 1; line <= 1500; line++) {
            faults.add(Fault.at(new Position("a.yaml", line, 1), "file-empty"));
        }
        assertThat(Problem.malformed(faults.sorted(), Language.CHINESE).detail())
                .isEqualTo("共 1500 处错误，第一处：文件为空");
    }
}
