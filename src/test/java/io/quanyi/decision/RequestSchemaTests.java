package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quanyi.JsonOfCase;
import io.quanyi.decision.needs.RequestSchema;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The schema of a request accepts what the service takes, and refuses what it refuses for its form or its ids. */
class RequestSchemaTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry DRAFT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** The refusals that say nothing about the form of a request. */
    private static final Set<String> BETWEEN_FACTS = Set.of("missing-fact", "id-not-used", "no-release-in-force");

    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    static Stream<ProgrammeRelease> shipped() {
        return ShippedReleases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theRequestOfACaseIsRefusedIfAndOnlyIfTheServiceRefusesItsFormOrIds(ProgrammeRelease release) {
        List<String> wrong = new ArrayList<>();
        ServiceFactsTests.cases(release).forEach((service, cases) -> {
            if (release.catalogue().services().containsKey(service)) {
                for (Asked asked : cases) {
                    List<String> errors = errors(release, service, asked);
                    if (!errors.isEmpty() && !isRefused(release, asked)) {
                        wrong.add(asked + ": " + errors);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyCodeThatAFactMayHoldIsAccepted(ProgrammeRelease release) {
        String plan = release.catalogue().plans().get(0).id();
        for (String service : release.catalogue().services().keySet()) {
            Asked base = Asked.about(service, plan)
                    .with("/programme", release.programme().id());
            Asked all = base;
            for (var fact : new ServiceFactWriter(release, service, Language.CHINESE)
                    .facts()
                    .facts()) {
                if (!fact.codes().isEmpty()) {
                    String id = fact.codes().get(fact.codes().size() - 1).id();
                    all = all.with(fact.pointer(), fact.type().equals("list") ? "[" + id + "]" : id);
                }
            }
            assertThat(errors(release, service, all)).as("%s", all).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscription/plan | gold",
                "/subscription/plan | null",
                "/subscription/colour | red",
                "/subscription/serviceStart | 2026-1-1",
                "/subscription/deployment | on-premise",
                "/subscription/usageRegion | XX",
                "/subscription/specialServices | [phone-support]",
                "/subscription/contract/amount | 1.00001",
                "/subscription/contract/terms | [{ service: phone-support, effect: quota }]",
                "/subscription/contract/terms | [{ service: phone-support, effect: grant, limit: 1 }]",
                "/subscription/contract/terms | [{ service: phone-support, effect: quota, limit: 1, unit: time, per: year }]",
                "/subscription/contract/terms | [{ service: phone-support, effect: window, window: 1x1 }]",
                "/subscription/usage | [{ service: phone-support }]",
                "/question/at | 2026-06-01",
                "/question/at | 1899-06-01T00:00:00Z",
                "/question/channel | telex",
                "/question/quantity | 0",
                "/question/quantity | 1.5",
                "/question/requester/certified | maybe",
                "/question/language | a_b"
            })
    void whatTheServiceRefusesForItsFormOrIdsIsRefused(String pointer, String value) {
        Asked asked = galaxy().with(pointer, value);
        assertThat(isRefused(Trial.GALAXY, asked)).as("by the service").isTrue();
        assertThat(errors(Trial.GALAXY, "phone-support", asked)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscription/plan | basic",
                "/subscription/product | 金蝶云·星空",
                "/subscription/contract | null",
                "/subscription/contract/amount | 1.5",
                "/subscription/contract/terms | [{ service: phone-support, effect: quota, limit: 1, unit: time, per: null }]",
                "/question/at | 2026-06-01T10:00Z",
                "/question/quantity | 2.0",
                "/question/severity | P1",
                "/question/delivery | null"
            })
    void whatTheServiceTakesIsAccepted(String pointer, String value) {
        Asked asked = galaxy().with(pointer, value);
        assertThat(isRefused(Trial.GALAXY, asked)).as("by the service").isFalse();
        assertThat(errors(Trial.GALAXY, "phone-support", asked)).isEmpty();
    }

    @Test
    void aRequestIsAboutTheServiceAndHasOneSubscriptionOrAList() {
        assertThat(errors(Trial.GALAXY, "online-im", galaxy())).isNotEmpty();
        assertThat(errors(Trial.PREMIUM, "im-support", galaxy())).isNotEmpty();
        Asked several = galaxy().with("/subscriptions", "[{ plan: basic }, { plan: preferred }]");
        assertThat(errors(Trial.GALAXY, "phone-support", several)).isNotEmpty();
        assertThat(errors(Trial.GALAXY, "phone-support", several.without("/subscription")))
                .isEmpty();
        assertThat(errors(Trial.GALAXY, "phone-support", galaxy().without("/subscription")))
                .isNotEmpty();
        assertThat(errors(
                        Trial.GALAXY,
                        "phone-support",
                        several.without("/subscription").with("/subscriptions", "[]")))
                .isNotEmpty();
    }

    @Test
    void aRunningCaseHasAnInstant() {
        Asked running = galaxy().with("/question/pauses", "[]");
        assertThat(errors(Trial.GALAXY, "phone-support", running)).isEmpty();
        assertThat(errors(Trial.GALAXY, "phone-support", running.without("/question/at")))
                .isNotEmpty();
        assertThat(errors(Trial.GALAXY, "phone-support", galaxy().without("/question/at")))
                .isEmpty();
    }

    private static Asked galaxy() {
        return Asked.about("phone-support", "basic").with("/programme", "kingdee-galaxy-public");
    }

    private static boolean isRefused(ProgrammeRelease release, Asked asked) {
        try {
            asked.decide(release);
            return false;
        } catch (FaultsFound e) {
            return true;
        } catch (RequestRefused e) {
            return e.faults().stream().anyMatch(fault -> !BETWEEN_FACTS.contains(fault.code()));
        }
    }

    private static List<String> errors(ProgrammeRelease release, String service, Asked asked) {
        Schema schema = SCHEMAS.computeIfAbsent(
                release.programme().id() + " " + service,
                any -> DRAFT.getSchema(JSON.writeValueAsString(RequestSchema.of(release, service, Language.ENGLISH))));
        return schema.validate(JsonOfCase.write(asked.tree()), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
