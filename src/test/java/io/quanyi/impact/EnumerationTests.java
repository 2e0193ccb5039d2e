package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.Core;
import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination is what deciding it says, and every request is a combination. */
class EnumerationTests {

    static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");
    /** Enough for several rules to be independent; more only takes longer. */
    private static final double MOST = 300_000;

    private static final int EDITS = Integer.getInteger("edits", 15);

    /** What becomes of a request by rules that are really asked. */
    private record Real(
            @Nullable Decision decision, @Nullable RequestRefused refused) {

        static Real of(DecisionRequest request, ProgrammeRelease release) {
            try {
                return new Real(Decider.decideBare(request, release, AT.toInstant()), null);
            } catch (RequestRefused e) {
                return new Real(null, e);
            }
        }

        String core() {
            return decision != null ? Core.of(decision) : Sight.refused(Objects.requireNonNull(refused));
        }

        boolean isImpossible() {
            return refused != null && refused.stage() == Stage.CONTRADICTORY;
        }

        SortedSet<Statement> statements() {
            return decision != null ? Statements.of(decision) : Statements.of(Objects.requireNonNull(refused));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void factorsSayWhatDecidingEveryCombinationSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            ServicePair pair = pair(random);
            Enumeration enumeration = new Enumeration(pair, WorkBudget.ample());
            Table table = enumeration.table();
            int[] digits = new int[table.radix().places()];
            int step = 1 + (int) (table.radix().count() / 400);
            for (int cell = 0; cell < table.radix().count(); cell++) {
                if (cell % step == 0) {
                    check(pair, table, enumeration.request(digits), table.kinds()[cell]);
                }
                table.radix().next(digits);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void everyRequestOfADenseGridChangesAsItsCombinationDoes(long seed) {
        Random random = new Random(seed);
        int known = 0;
        int changed = 0;
        for (int i = 0; i < EDITS; i++) {
            ServicePair pair = pair(random);
            Enumeration enumeration = new Enumeration(pair, WorkBudget.ample());
            Table table = enumeration.table();
            for (double said : new double[] {0.2, 0.5, 0.9}) {
                DenseRequests requests = new DenseRequests(random, said);
                for (int n = 0; n < 100; n++) {
                    DecisionRequest request = requests.next();
                    int[] digits = enumeration.digits(request);
                    if (digits != null) {
                        known++;
                        int kind = table.kinds()[(int) table.radix().number(digits)];
                        changed += kind > 0 ? 1 : 0;
                        check(pair, table, request, kind);
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(EDITS * 50);
        assertThat(changed).isGreaterThan(EDITS * 3);
    }

    static ServicePair pair(Random random) {
        RandomEdit edit = new RandomEdit(random);
        for (int tries = 0; tries < 1000; tries++) {
            Little first = edit.first();
            var before = first.release();
            var after = edit.other(first).release();
            if (before.isPresent() && after.isPresent()) {
                ServicePair pair = new ServicePair(before.get(), after.get(), "support", AT);
                if (combinations(pair) < MOST) {
                    return pair;
                }
            }
        }
        throw new AssertionError("no rules that go with each other");
    }

    private static double combinations(ServicePair pair) {
        return Aspects.ALL.stream()
                .mapToDouble(
                        aspect -> Dimension.of(pair, aspect, WorkBudget.ample()).size())
                .reduce(1, (one, other) -> one * other);
    }

    private static void check(ServicePair pair, Table table, DecisionRequest request, int kind) {
        Real before = Real.of(request, pair.before());
        Real after = Real.of(request, pair.after());
        boolean bothRefuse = before.refused() != null && after.refused() != null;
        if (kind == Enumeration.IMPOSSIBLE) {
            assertThat(bothRefuse && (before.isImpossible() || after.isImpossible()))
                    .as("%s", request)
                    .isTrue();
        } else if (before.isImpossible() && after.isImpossible()) {
            assertThat(kind).as("%s", request).isEqualTo(Enumeration.IMPOSSIBLE);
        } else if (before.core().equals(after.core())) {
            assertThat(kind)
                    .as("%s%n%s%n%s", request, before.core(), table.changes())
                    .isEqualTo(Enumeration.SAME);
        } else {
            assertThat(kind)
                    .as("%s%n%s%n%s", request, before.core(), after.core())
                    .isPositive();
            assertThat(table.changes().get(kind - 1))
                    .as("%s", request)
                    .isEqualTo(Change.between(before.statements(), after.statements()));
        }
    }
}
