package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No member of a request is taken without effect: it can change an answer, or the answer says that it does not. */
class MembersWithoutEffectTests {

    /** Values of each member, one of which changes an answer of some programme. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("/subscription/plan", List.of("gold", "premier")),
            Map.entry("/subscription/product", List.of("kingdee-k3-wise", "yonyou-u8")),
            Map.entry("/subscription/deployment", List.of("public-cloud", "private-cloud", "on-premises")),
            Map.entry("/subscription/usageRegion", List.of("DE", "HK")),
            Map.entry("/subscription/customerTimeZone", List.of("Europe/Berlin")),
            Map.entry("/subscription/servedBy", List.of("overseas-branch", "partner")),
            Map.entry("/subscription/serviceStart", List.of("2026-07-01")),
            Map.entry("/subscription/serviceEnd", List.of("2026-02-01")),
            Map.entry("/subscription/serviceRenewed", List.of("true", "false")),
            Map.entry("/subscription/purchasedOn", List.of("2025-12-01")),
            Map.entry("/subscription/contract", List.of("{ signedOn: 2025-12-01 }", "{ amount: 1, currency: CNY }")),
            Map.entry("/subscription/firstPurchase", List.of("{ serviceStart: 2024-01-01, serviceEnd: 2024-12-31 }")),
            Map.entry("/subscription/specialServices", List.of("[sp-custom-dev-maintenance]")),
            Map.entry("/subscription/usage", List.of("[{ service: SERVICE, date: 2026-05-01, times: 50 }]")),
            Map.entry("/subscription/imGroupMembers", List.of("50000")),
            Map.entry("/subscription/freeRemoteSupportLimit", List.of("7")),
            Map.entry("/subscription/environmentReady", List.of("false")),
            Map.entry("/subscription/remoteAccessAuthorised", List.of("false")),
            Map.entry("/subscription/projectPhase", List.of("implementation", "go-live", "operation")),
            Map.entry("/question/at", List.of("\"2026-06-07T23:00+08:00\"")),
            Map.entry(
                    "/question/pauses",
                    List.of("[{ from: \"2026-06-01T10:30+08:00\", to: \"2026-06-01T11:00+08:00\" }]")),
            Map.entry("/question/asOf", List.of("\"2026-06-02T10:00+08:00\"")),
            Map.entry("/question/respondedAt", List.of("\"2026-06-01T11:00+08:00\"")),
            Map.entry("/question/resolvedAt", List.of("\"2026-06-01T12:00+08:00\"")),
            Map.entry("/question/channel", List.of("hotline", "im", "ticket")),
            Map.entry("/question/topic", List.of("application", "development")),
            Map.entry("/question/severity", List.of("P1", "P4", "critical")),
            Map.entry("/question/activity", List.of("product-defect", "new-development")),
            Map.entry("/question/quantity", List.of("5000")),
            Map.entry("/question/personDays", List.of("5000")),
            Map.entry("/question/delivery", List.of("on-site", "remote")),
            Map.entry("/question/requestedStart", List.of("2026-06-02")),
            Map.entry("/question/language", List.of("en")),
            Map.entry("/question/requester", List.of("{ certified: false }", "{ submittedBy: partner }")));

    /**
     * Members that choose which question is asked, of whom, by which release, or for whose log; and numbers that no shipped catalogue
     * declares.
     */
    private static final List<String> CHOOSING = List.of(
            "/programme",
            "/release",
            "/knownAt",
            "/subscription/customerId",
            "/subscription/measures",
            "/question/service",
            "/question/measures");

    static Stream<String> members() {
        List<String> members = new ArrayList<>();
        collect(DecisionRequest.class, "", members);
        return members.stream().filter(member -> !CHOOSING.contains(member));
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberCanChangeAnAnswerOrIsWarnedAbout(String member) {
        List<String> values = VALUES.get(member);
        assertThat(values).as("values of %s", member).isNotNull();
        assertThat(ShippedReleases.all().stream()
                        .anyMatch(release -> changes(release, member, Objects.requireNonNull(values))))
                .as("%s changes an answer", member)
                .isTrue();
    }

    private static boolean changes(ProgrammeRelease release, String member, List<String> values) {
        for (String plan :
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList()) {
            for (String service : release.catalogue().services().keySet()) {
                Asked asked = Asked.about(service, plan);
                Decision without = asked.tryToDecide(release);
                for (String value : values) {
                    Decision with = asked.with(member, value.replace("SERVICE", service))
                            .tryToDecide(release);
                    if (with != null && !with.equals(without)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "kingdee-galaxy-public, basic, community, /subscription/servedBy, overseas-branch, true",
        "yonsuite-premier-success, premier, ticket, /subscription/servedBy, overseas-branch, false",
        "yonsuite-premier-success, premier, ticket, /subscription/freeRemoteSupportLimit, 3, true",
    })
    void aFactThatNoRuleOfTheProgrammeAsksAboutIsWarnedAbout(
            String programme, String plan, String service, String member, String value, boolean warned) {
        Decision decision = Asked.about(service, plan).with(member, value).decide(ShippedReleases.of(programme));
        Warning warning = new Warning("without-effect", member, value);
        if (warned) {
            assertThat(decision.warnings()).contains(warning);
        } else {
            assertThat(decision.warnings()).doesNotContain(warning);
        }
    }

    private static void collect(Class<?> type, String prefix, List<String> members) {
        for (RecordComponent component : type.getRecordComponents()) {
            String pointer = prefix + "/" + component.getName();
            if (List.of("subscription", "question").contains(component.getName())) {
                collect(component.getType(), pointer, members);
            } else {
                members.add(pointer);
            }
        }
    }

    @Test
    void theValuesAreOfMembersThatThereAre() {
        assertThat(VALUES.keySet()).isEqualTo(members().collect(Collectors.toSet()));
    }
}
