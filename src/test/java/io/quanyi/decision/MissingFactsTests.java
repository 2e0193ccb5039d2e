package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal for missing facts is no dead end: it names members that are not there, and sending them gets further. */
class MissingFactsTests {

    /** Members that are sent at first, each alone and each with every other. */
    private static final List<Map.Entry<String, String>> SENT = List.of(
            Map.entry("/subscription/serviceStart", "2026-01-01"),
            Map.entry("/subscription/serviceStart", "2026-12-01"),
            Map.entry("/subscription/serviceEnd", "2026-12-31"),
            Map.entry("/subscription/firstPurchase", "{ serviceStart: 2026-01-01 }"),
            Map.entry("/subscription/firstPurchase", "{ serviceStart: 2025-01-01, serviceEnd: 2025-12-31 }"),
            Map.entry("/subscription/firstPurchase", "{ serviceStart: 2026-12-01, serviceEnd: 2027-11-30 }"),
            Map.entry("/subscription/firstPurchase", "{ serviceStart: 2026-12-01 }"),
            Map.entry("/subscription/contract", "{ amount: 4999 }"),
            Map.entry("/subscription/contract", "{ currency: CNY }"),
            Map.entry("/question/severity", "emergency"),
            Map.entry("/question/severity", "P1"),
            Map.entry("/question/severity", "urgent"),
            Map.entry("/question/requestedStart", "2026-06-02"));

    /** The values that a caller could send for each member that may be asked for. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "/subscription/serviceStart", List.of("2026-01-01", "2026-12-01"),
            "/subscription/serviceEnd", List.of("2026-12-31", "2026-05-31"),
            "/subscription/serviceRenewed", List.of("true", "false"),
            "/subscription/firstPurchase",
                    List.of(
                            "{ serviceStart: 2025-12-01 }",
                            "{ serviceStart: 2026-12-01 }",
                            "{ serviceStart: 2026-01-01, serviceEnd: 2026-12-31 }"),
            "/subscription/firstPurchase/serviceEnd", List.of("2027-12-31", "2026-12-02"),
            "/subscription/contract/amount", List.of("4999", "5000"),
            "/subscription/contract/currency", List.of("CNY", "USD"),
            "/subscription/usage", List.of("[]"),
            "/question/requestedStart", List.of("2026-06-02", "2026-06-30"));

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("shipped")
    void sendingWhatIsNamedAlwaysGetsFurther(ProgrammeRelease release) {
        for (Catalogue.Plan plan : release.catalogue().plans()) {
            for (String service : release.catalogue().services().keySet()) {
                Asked bare = Asked.of("""
                        programme: any
                        subscription: { plan: %s }
                        question: { service: %s, at: "2026-06-01T10:00+08:00" }
                        """.formatted(plan.id(), service));
                starts(bare).forEach(asked -> {
                    for (int choice = 0; choice < 3; choice++) {
                        sendUntilAnswered(asked, release, choice);
                    }
                });
            }
        }
    }

    @Test
    void aFirstPurchaseWithoutAnEndIsAskedForItsEnd() {
        Asked asked = first("{ serviceStart: 2026-01-01 }");
        assertThat(asked.faults(PREMIUM)).containsExactly("missing-fact at /subscription/firstPurchase/serviceEnd");
        assertThat(asked.with("/subscription/firstPurchase/serviceEnd", "2026-12-31")
                        .decide(PREMIUM)
                        .outcome()
                        .name())
                .isEqualTo("ENTITLED");
    }

    @Test
    void aFirstTermThatHasNotBegunIsAskedForTheStartOfTheCurrentOne() {
        Asked asked = first("{ serviceStart: 2026-12-01, serviceEnd: 2027-11-30 }");
        assertThat(asked.faults(PREMIUM)).containsExactly("missing-fact at /subscription/serviceStart");
        assertThat(asked.with("/subscription/serviceStart", "2026-12-01")
                        .decide(PREMIUM)
                        .reasons()
                        .get(0)
                        .code())
                .isEqualTo("outside-service-period");
    }

    @Test
    void aSeverityThatThisProgrammeDoesNotUseIsNamedWithThoseThatItUses() {
        RequestRefused refused = Asked.about("incident-support", "basic")
                .with("/question/severity", "urgent")
                .with("/question/service", "incident-support")
                .refusal(ShippedReleases.of("yonyou-aftersales-sla"));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("id-not-used");
            assertThat(fault.pointer()).isEqualTo("/question/severity");
            assertThat(fault.known()).containsExactly("P1", "P2", "P3", "P4");
        });
    }

    private static final ProgrammeRelease PREMIUM = ShippedReleases.of("kingdee-premium-success");

    private static Asked first(String purchase) {
        return Asked.of("""
                programme: any
                subscription: { plan: premium, product: kingdee-eas-cloud }
                question: { service: custom-dev-maintenance, at: "2026-11-24T10:00+08:00" }
                """).with("/subscription/firstPurchase", purchase);
    }

    static List<ProgrammeRelease> shipped() {
        return ShippedReleases.all();
    }

    private static List<Asked> starts(Asked bare) {
        List<Asked> starts = new ArrayList<>(List.of(bare));
        for (var one : SENT) {
            Asked with = bare.with(one.getKey(), one.getValue());
            starts.add(with);
            SENT.stream()
                    .filter(other -> other.getKey().compareTo(one.getKey()) > 0)
                    .forEach(other -> starts.add(with.with(other.getKey(), other.getValue())));
        }
        return starts;
    }

    private static void sendUntilAnswered(Asked start, ProgrammeRelease release, int choice) {
        Set<String> named = new HashSet<>();
        Asked asked = start;
        List<Fault> missing = missing(asked, release);
        while (!missing.isEmpty()) {
            for (Fault fault : missing) {
                String pointer = fault.pointer();
                boolean there = fault.code().equals("missing-fact") && asked.has(pointer);
                assertThat(there).as("%s is there: %s", pointer, asked).isFalse();
                assertThat(named.add(pointer))
                        .as("%s twice: %s", pointer, asked)
                        .isTrue();
                List<String> values = fault.known().isEmpty() ? VALUES.get(pointer) : fault.known();
                assertThat(values).as(pointer).isNotNull();
                asked = asked.with(pointer, values.get(choice % values.size()));
            }
            missing = missing(asked, release);
        }
    }

    /** The missing facts; none if the request is answered, or refused for what the chosen values say of each other. */
    private static List<Fault> missing(Asked asked, ProgrammeRelease release) {
        try {
            asked.question(release).decision();
            return List.of();
        } catch (RequestRefused e) {
            return e.stage() == Stage.MISSING ? e.faults() : List.of();
        }
    }
}
