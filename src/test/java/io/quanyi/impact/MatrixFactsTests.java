package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.dimension.RequestDimension;
import io.quanyi.impact.dimension.RequestDimensions;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell of the matrix names all members that its decision depends on: whatever they hold, no other one is asked for or changes it. */
@Tag("slow")
class MatrixFactsTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kingdee-aftersales-general",
                "kingdee-galaxy-onprem",
                "kingdee-galaxy-public",
                "kingdee-premium-success",
                "yonsuite-premier-success",
                "yonyou-aftersales-sla"
            })
    void aCellNamesEveryMemberThatIsAskedFor(String programme) {
        ProgrammeRelease release = ShippedEdits.shipped(programme);
        for (Matrix.Row row : Matrix.of(release, AT).rows()) {
            for (Matrix.Cell cell : row.cells()) {
                holds(release, row.service(), cell.plan(), null, cell.plain());
                cell.bySeverity()
                        .forEach((severity, content) -> holds(release, row.service(), cell.plan(), severity, content));
            }
        }
    }

    /** Facts without which a decision is refused if it depends on them; the line of a severity is a content of its own. */
    private static final Set<String> ASKED_FOR = Set.of(
            "product",
            "deployment",
            "projectPhase",
            "serviceRenewed",
            "firstPurchase",
            "contractAmount",
            "contractCurrency",
            "purchasedOn",
            "contractSignedOn");

    private static final int TRIES = 30;

    @ParameterizedTest
    @ValueSource(strings = {"kingdee-galaxy-public", "kingdee-premium-success", "yonyou-aftersales-sla"})
    void aDecidedCellIsTheSameWhateverFactsAreAdded(String programme) {
        ProgrammeRelease release = ShippedEdits.shipped(programme);
        Random random = new Random(1);
        for (Matrix.Row row : Matrix.of(release, AT).rows()) {
            for (Matrix.Cell cell : row.cells()) {
                if (cell.plain().decision() != null) {
                    staysTheSame(release, row.service(), cell.plan(), random);
                }
            }
        }
    }

    private static void staysTheSame(ProgrammeRelease release, String service, String plan, Random random) {
        OffsetDateTime asked = AT.atZone(release.programme().zone()).toOffsetDateTime();
        DecisionRequest plain = RequestBuilder.of(release.programme().id(), plan, service, asked)
                .serviceStart(asked.toLocalDate())
                .usage(List.of())
                .request();
        String core = ReleaseAnswer.of(plain, release, AT).core();
        ServiceComparison comparison = new ServiceComparison(release, release, service, asked);
        List<List<DimensionValue>> values = RequestDimensions.of(comparison).stream()
                .filter(dimension -> ASKED_FOR.contains(dimension.id()))
                .map(dimension -> dimension.candidates().apply(comparison))
                .toList();
        for (int i = 0; i < TRIES; i++) {
            RequestBuilder builder = RequestBuilder.from(plain);
            values.stream()
                    .filter(any -> random.nextInt(3) == 0)
                    .map(all -> all.get(random.nextInt(all.size())))
                    .forEach(value -> value.setting().accept(builder));
            ReleaseAnswer answer = ReleaseAnswer.of(builder.request(), release, AT);
            if (!answer.isRefused()) {
                assertThat(answer.core()).as("%s", builder.request()).isEqualTo(core);
            }
        }
    }

    private static void holds(
            ProgrammeRelease release, String service, String plan, @Nullable String severity, Matrix.Content content) {
        if (content.decision() != null) {
            return;
        }
        OffsetDateTime asked = AT.atZone(release.programme().zone()).toOffsetDateTime();
        RequestBuilder plain = RequestBuilder.of(release.programme().id(), plan, service, asked)
                .serviceStart(asked.toLocalDate())
                .usage(List.of())
                .severity(severity);
        Set<String> missing = new TreeSet<>();
        stated(new ServiceComparison(release, release, service, asked), content, plain.request())
                .forEach(request -> missing.addAll(missing(release, request)));
        missing.removeIf(pointer -> content.dependsOn().stream()
                .anyMatch(named -> pointer.equals(named) || pointer.startsWith(named + "/")));
        assertThat(missing)
                .as("%s in plan %s, severity %s", service, plan, severity)
                .isEmpty();
    }

    /** Requests with every combination of candidates for the members that a cell names. */
    private static List<DecisionRequest> stated(
            ServiceComparison comparison, Matrix.Content content, DecisionRequest plain) {
        List<DecisionRequest> requests = List.of(plain);
        for (RequestDimension dimension : RequestDimensions.of(comparison)) {
            if (content.dependsOn().stream().anyMatch(pointer -> isIn(dimension, pointer))) {
                List<DecisionRequest> more = new ArrayList<>();
                for (DecisionRequest request : requests) {
                    for (DimensionValue value : dimension.candidates().apply(comparison)) {
                        RequestBuilder builder = RequestBuilder.from(request);
                        value.setting().accept(builder);
                        more.add(builder.request());
                    }
                }
                requests = more;
            }
        }
        return requests;
    }

    /** Whether a dimension is named by the last word of a pointer, or by its last two: {@code contractAmount}. */
    private static boolean isIn(RequestDimension dimension, String pointer) {
        String[] path = pointer.split("/", -1);
        String last = path[path.length - 1];
        String joined = path[path.length - 2] + Character.toUpperCase(last.charAt(0)) + last.substring(1);
        return Stream.of(last, joined).anyMatch(dimension.id()::equals);
    }

    private static Set<String> missing(ProgrammeRelease release, DecisionRequest request) {
        Set<String> pointers = new TreeSet<>();
        try {
            CheckedQuestion.of(request, release, AT).decision();
        } catch (RequestRefused e) {
            if (e.stage() == Stage.MISSING) {
                e.faults().stream().map(Fault::pointer).forEach(pointers::add);
            }
        }
        return pointers;
    }
}
