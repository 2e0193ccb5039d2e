package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.request.RequestImpacts;
import io.quanyi.text.Language;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id that a catalogue drops or adds is named in sentences about the whole programme, wherever a request may name it. */
@Tag("slow")
class ImpactProgrammeTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");

    private static final List<String> RULES = List.of(
            SmallProgramme.rule("S-0", "Question(service == 'support')", "new Granted()"),
            SmallProgramme.rule("S-1", "Question(service == 'support')", "new Hours('7x12')"));

    private static final String TUNING = "  - id: sp-tuning\n    kind: special\n    names: { zh-CN: 调优, en: Tuning }\n";

    /** A changed catalogue, with its impact. */
    private record Edit(ProgrammeRelease before, ProgrammeRelease after, Impact impact) {

        static Edit of(UnaryOperator<String> change) {
            String changed = change.apply(SmallProgramme.CATALOGUE);
            assertThat(changed).isNotEqualTo(SmallProgramme.CATALOGUE);
            ProgrammeRelease before = new SmallProgramme(SmallProgramme.CATALOGUE, RULES)
                    .release()
                    .orElseThrow();
            ProgrammeRelease after =
                    new SmallProgramme(changed, RULES).release().orElseThrow();
            return new Edit(before, after, Impact.between(before, after, AT.toInstant()));
        }

        RequestImpact of(DecisionRequest request) {
            return new RequestImpacts(impact, before, after).of(request);
        }

        ImpactReport report(@Nullable CustomerCensus census, Language language) {
            return ImpactReportWriter.of(impact, before, after, true, census, null, language);
        }

        List<SentenceLine> ofProgramme(Language language) {
            return report(null, language).sentences().stream()
                    .filter(sentence -> sentence.services().isEmpty())
                    .toList();
        }
    }

    private static RequestBuilder about(String service) {
        return RequestBuilder.of("little", "basic", service, AT);
    }

    private static AgreedTerm term(String service, String effect, @Nullable String window, @Nullable String channel) {
        return new AgreedTerm(service, effect, null, null, null, null, window, channel, null, null, null, null);
    }

    @Test
    void aDroppedServiceIsNamedWhereverARequestMayNameIt() {
        Edit edit = Edit.of(catalogue -> catalogue.replace(TUNING, ""));
        assertThat(edit.ofProgramme(Language.ENGLISH))
                .extracting(SentenceLine::text)
                .containsExactly(
                        "Any service; special service bought: Tuning: answered by the rest of the request → the request"
                                + " is refused; unknown-service at /subscription/specialServices/*",
                        "Any service; service used so far: Tuning: answered by the rest of the request → the request is"
                                + " refused; unknown-service at /subscription/usage/*/service",
                        "Any service; service in a term of the contract: Tuning: answered by the rest of the request →"
                                + " the request is refused; unknown-service at /subscription/contract/terms/*/service");
        assertThat(edit.ofProgramme(Language.CHINESE).get(1).text()).startsWith("任何服务；使用记录中的服务：调优：按请求的其余内容答复 → ");
        Usage used = new Usage("sp-tuning", AT.toLocalDate(), 1, null);
        for (String service : List.of("support", "ticketing")) {
            for (RequestBuilder request : List.of(
                    about(service).usage(List.of(used)),
                    about(service).specialServices(List.of("sp-tuning")),
                    about(service).terms(List.of(term("sp-tuning", "grant", null, null))))) {
                RequestImpact one = edit.of(request.request());
                assertThat(one.coverage()).isEqualTo(Coverage.COVERED);
                assertThat(one.sentences()).hasSize(1).allMatch(place -> place < 3);
            }
            assertThat(edit.of(about(service).request()).coverage()).isEqualTo(Coverage.UNCHANGED);
        }
    }

    @Test
    void anIdThatBothReleasesRefuseIsLeftOut() {
        String extra = TUNING.replace("sp-tuning", "extra").replace("special", "plan");
        Edit edit = Edit.of(catalogue -> catalogue.replace(TUNING, TUNING + extra));
        assertThat(edit.ofProgramme(Language.ENGLISH))
                .extracting(SentenceLine::text)
                .noneMatch(text -> text.contains("special service bought"))
                .anyMatch(text -> text.contains("service used so far: Tuning (extra)"));
        RequestImpact refused =
                edit.of(about("support").specialServices(List.of("extra")).request());
        assertThat(refused.coverage()).isEqualTo(Coverage.REFUSED);
        assertThat(refused.sentences()).isEmpty();
    }

    @Test
    void whatOnlyTermsMayNameIsNamedToo() {
        Edit added = Edit.of(catalogue -> catalogue.replace(
                "channels:\n",
                "  - { id: 9x9, names: { zh-CN: 九, en: Nine }, zone: Asia/Shanghai, week: { monday-sunday: [09:00-18:00] },"
                        + " readings: [A07] }\nchannels:\n"));
        assertThat(added.ofProgramme(Language.ENGLISH))
                .extracting(SentenceLine::text)
                .containsExactly(
                        "Any service; service hours in a term of the contract: Nine: the request is refused;"
                                + " unknown-window at /subscription/contract/terms/*/window → answered by the rest of the request");
        DecisionRequest request = about("support")
                .terms(List.of(term("support", "window", "9x9", null)))
                .request();
        assertThat(added.of(request).coverage()).isEqualTo(Coverage.COVERED);
        Edit dropped = Edit.of(catalogue ->
                catalogue.replace("  - { id: ticket, names: { zh-CN: 工单, en: Ticket }, window: 5x8 }\n", ""));
        assertThat(dropped.ofProgramme(Language.ENGLISH))
                .singleElement()
                .satisfies(
                        sentence -> assertThat(sentence.text()).contains("channel in a term of the contract: Ticket"));
    }

    @Test
    void questionsAboutServicesOfOtherProgrammesAreSentencesOfTheirOwn() {
        Edit edit = Edit.of(catalogue -> catalogue.replace("  - { id: lone, names: { zh-CN: 独, en: Lone } }\n", ""));
        DecisionRequest request = about("ticketing").product("lone").request();
        RequestImpact one = edit.of(request);
        assertThat(one.coverage()).isEqualTo(Coverage.COVERED);
        SentenceLine sentence = edit.report(null, Language.ENGLISH)
                .sentences()
                .get(one.sentences().get(0));
        assertThat(sentence.text()).startsWith("Services of other programmes; product: Lone: ");
        assertThat(sentence.services()).containsExactly("ticketing");
    }

    @Test
    void aCensusCountsTheCustomersThatNameADroppedId() {
        Edit edit = Edit.of(catalogue -> catalogue.replace(TUNING, ""));
        CustomerCensus census = new CustomerCensus(edit.impact());
        census.add(
                about("support").specialServices(List.of("sp-tuning")).request().subscription());
        census.add(about("support").request().subscription());
        assertThat(census.all()).isEqualTo(2);
        assertThat(census.unplaced()).isZero();
        assertThat(edit.report(census, Language.ENGLISH).sentences().get(0).customers())
                .isEqualTo(1);
    }

    @Test
    void anotherNameIsNoSentenceAboutTheProgramme() {
        Edit edit = Edit.of(catalogue -> catalogue.replace("en: Tuning", "en: Fine-tuning"));
        assertThat(edit.impact().programme()).isEmpty();
        assertThat(edit.impact().changed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: sp-tuning=>id: sp-tuned",
                "channels: [fax]=>channels: [telex]",
                "topics: [requirement]=>topics: [wish]",
                "severities: [urgent]=>severities: [grave]",
                "products: [omega]=>products: []",
                "activities: [dancing]=>activities: [singing]",
                "deployments: [public-cloud, on-premise]=>deployments: [public-cloud]",
                "kind: special=>kind: plan",
                "id: P2,=>id: P3,",
                "id: im,=>id: chat,",
                "id: lone,=>id: single,",
                "services: [ticketing]=>services: [ticketing, more]"
            })
    void everyRequestThatChangesIsCovered(String change) {
        String[] sides = change.split("=>", -1);
        Edit edit = Edit.of(catalogue -> catalogue.replace(sides[0], sides[1]));
        RequestImpacts impacts = new RequestImpacts(edit.impact(), edit.before(), edit.after());
        for (double said : new double[] {0.3, 0.8}) {
            RandomRequests requests = new RandomRequests(new Random(change.hashCode()), said);
            for (int i = 0; i < 150; i++) {
                DecisionRequest request = requests.next();
                for (String service : List.of("support", "ticketing", "sp-tuning")) {
                    RequestImpact one = impacts.of(RequestBuilder.from(request)
                            .service(service)
                            .terms(null)
                            .request());
                    assertThat(one.coverage().isFault()).as("%s", one).isFalse();
                }
            }
        }
    }
}
