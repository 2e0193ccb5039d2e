package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.needs.ServiceFacts.FactAbsence;
import io.quanyi.decision.needs.ServiceFacts.FactUse;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Domain;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts that are listed for a service are those that its answers depend on: each of them in some request, and no other in any. */
@Tag("slow")
class ServiceFactsTests {

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    /** Warnings about members that say nothing about the answer. */
    private static final Set<String> ABOUT_MEMBERS =
            Set.of("without-effect", "id-ignored", "start-after-end", "renewed-but-ended");

    /** The members that say who asks whom about what: the programme's, and the caller's own. */
    private static final Set<String> APART = Set.of(
            "/programme",
            "/release",
            "/knownAt",
            "/subscription/customerId",
            "/subscription/measures",
            "/question/service",
            "/question/measures");

    /** The most values of a member that is not listed. */
    private static final int MAX_VALUES = 3;

    private static final Map<ProgrammeRelease, Map<String, List<Asked>>> CASES = new HashMap<>();

    static Stream<ProgrammeRelease> shipped() {
        return ShippedReleases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsListedChangesAnAnswerAndNothingElseDoes(ProgrammeRelease release) {
        List<String> wrong = new ArrayList<>();
        for (String service : release.catalogue().services().keySet()) {
            List<ServiceFact> facts = facts(release, service);
            Set<String> listed = facts.stream().map(ServiceFact::pointer).collect(Collectors.toSet());
            Map<String, List<String>> values = MemberValues.of(release, service);
            List<Asked> requests = requests(release, service);
            values.forEach((pointer, some) -> {
                boolean is = listed.contains(pointer);
                String changed = is
                        ? firstChange(release, requests, pointer, some, true)
                        : firstChange(
                                release,
                                few(requests),
                                pointer,
                                some.subList(0, Math.min(MAX_VALUES, some.size())),
                                false);
                if (is == (changed == null)) {
                    wrong.add(service + pointer + (changed == null ? " changes nothing" : " changes " + changed));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMemberOfARequestIsTried() {
        Set<String> members = RecordForm.of(DecisionRequest.class).stream()
                .filter(member ->
                        !member.path().contains("[]") && !member.path().startsWith("subscription.firstPurchase."))
                .filter(member -> member.content() != RecordForm.Content.OBJECT
                        || member.count() != RecordForm.Member.Count.ONE
                        || member.path().endsWith("firstPurchase"))
                .map(member -> "/" + member.path().replace('.', '/'))
                .filter(pointer -> !APART.contains(pointer))
                .collect(Collectors.toSet());
        assertThat(MemberValues.of(Trial.GALAXY, "phone-support").keySet())
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void aFactSaysWhatItMayBeWhenItMattersAndWhatItsAbsenceMeans() {
        ServiceFact severity = facts(ShippedReleases.of("yonyou-aftersales-sla"), "incident-support").stream()
                .filter(fact -> fact.pointer().equals("/question/severity"))
                .findFirst()
                .orElseThrow();
        assertThat(severity.codes()).extracting("id").containsExactly("P1", "P2", "P3", "P4");
        assertThat(severity.required()).isFalse();
        assertThat(severity.absent()).extracting(FactAbsence::means).containsExactly("unknown");
        assertThat(severity.uses())
                .extracting(FactUse::rule)
                .contains((String) null)
                .hasSizeGreaterThan(4);
        assertThat(severity.uses())
                .filteredOn(use -> use.rule() != null)
                .allSatisfy(use -> assertThat(use.clauses()).isNotEmpty());
    }

    @Test
    void requiredFactsComeFirstThenThoseOfRulesThenThoseOfContracts() {
        List<ServiceFact> facts = facts(Trial.GALAXY, "phone-support");
        assertThat(facts.subList(0, 3)).extracting(ServiceFact::required).containsOnly(true);
        assertThat(facts.subList(3, facts.size()))
                .extracting(ServiceFact::required)
                .containsOnly(false);
        List<Boolean> onlyByContract = facts.stream()
                .map(fact -> fact.uses().stream().allMatch(use -> use.effect() != null))
                .toList();
        assertThat(onlyByContract).isSorted().contains(true, false);
    }

    private static List<ServiceFact> facts(ProgrammeRelease release, String service) {
        return new ServiceFactWriter(release, service, Language.ENGLISH).facts().facts();
    }

    /** A request and a value with which its answer changes; null if there is none. */
    private static @Nullable String firstChange(
            ProgrammeRelease release, List<Asked> requests, String pointer, List<String> values, boolean warned) {
        for (Asked request : requests) {
            Asked without = pointer.equals("/subscription/plan") ? request : request.without(pointer);
            String first = answer(release, without, warned);
            for (String value : values) {
                String other = answer(release, request.with(pointer, value), warned);
                if (!other.equals(first)) {
                    return value + ": " + first + " → " + other + " for " + request;
                }
            }
        }
        return null;
    }

    private static String answer(ProgrammeRelease release, Asked request, boolean warned) {
        try {
            return told(decision(release, request), warned);
        } catch (RequestRefused e) {
            return Asked.faults(e).toString();
        }
    }

    /** The decision without suggestions, which rest on the facts of other services. */
    private static Decision decision(ProgrammeRelease release, Asked asked) {
        DecisionRequest request = asked.request().readAsOf(Instant.EPOCH);
        return CheckedQuestion.of(request, release, request.instant(Instant.EPOCH))
                .decision();
    }

    private static String told(Decision decision, boolean warned) {
        String parts = Arrays.stream(Decision.class.getRecordComponents())
                .filter(part -> !part.getName().equals("warnings"))
                .map(part -> part.getName() + "=" + value(part, decision))
                .collect(Collectors.joining(", "));
        List<String> warnings = decision.warnings().stream()
                .map(Decision.Warning::code)
                .filter(code -> !ABOUT_MEMBERS.contains(code))
                .toList();
        return warned ? parts + warnings : parts;
    }

    private static String value(RecordComponent part, Decision decision) {
        try {
            return String.valueOf(part.getAccessor().invoke(decision));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A plain request, one with terms of a contract, and that of a case if there is any. */
    private static List<Asked> few(List<Asked> requests) {
        return List.of(requests.get(0), requests.get(requests.size() / 2), requests.get(requests.size() - 1));
    }

    /** Plain requests, requests with terms of a contract, and those of the cases about the service. */
    private static List<Asked> requests(ProgrammeRelease release, String service) {
        Catalogue catalogue = release.catalogue();
        List<Asked> requests = new ArrayList<>();
        catalogue.plans().forEach(plan -> requests.add(Asked.about(service, plan.id())));
        String plan = catalogue.plans().get(0).id();
        for (String terms : List.of(
                MemberValues.terms(
                        service,
                        "effect: quota, limit: 1, unit: time",
                        "effect: respond-within, target: { amount: 1, unit: hour }"),
                MemberValues.terms(service, "effect: quota, limit: 1, unit: person-day", channel(catalogue)),
                MemberValues.terms(
                        service, "effect: resolve-within, target: { amount: 1, unit: hour }", window(catalogue)))) {
            requests.add(Asked.about(service, plan)
                    .with("/subscription/contract/terms", terms)
                    .with(
                            "/subscription/product",
                            MemberValues.some(release, Domain.PRODUCT).get(0)));
        }
        catalogue.severities().stream()
                .map(severity -> MemberValues.terms(
                        service,
                        "effect: respond-within, target: { amount: 1, unit: hour }, severity: " + severity.id()))
                .map(terms -> Asked.about(service, plan).with("/subscription/contract/terms", terms))
                .forEach(requests::add);
        String highest = catalogue.plans().get(catalogue.plans().size() - 1).id();
        boolean special =
                Objects.requireNonNull(catalogue.services().get(service)).special();
        Asked covered = Asked.about(service, highest)
                .with("/subscription/contract/terms", "[{ service: " + service + ", " + channel(catalogue) + " }]");
        requests.add(special ? covered.with("/subscription/specialServices", "[" + service + "]") : covered);
        requests.addAll(cases(release).getOrDefault(service, List.of()));
        return requests;
    }

    private static String channel(Catalogue catalogue) {
        return "effect: channel, channel: "
                + catalogue.channels().keySet().iterator().next();
    }

    /** Hours of a window, which are not stated if there is such a one. */
    private static String window(Catalogue catalogue) {
        String any = catalogue.windows().keySet().iterator().next();
        return "effect: window, window: "
                + catalogue.windows().entrySet().stream()
                        .filter(window -> window.getValue().window() == null)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(any);
    }

    static Map<String, List<Asked>> cases(ProgrammeRelease release) {
        return CASES.computeIfAbsent(release, any -> {
            Faults faults = new Faults();
            List<CaseFile> files =
                    ReleaseCheck.cases(release.programme().id(), RulesTree.policyFiles(RULES, release.id()), faults);
            faults.throwIfAny();
            return files.stream()
                    .flatMap(file -> file.cases().stream())
                    .map(Case::request)
                    .map(Asked::of)
                    .collect(Collectors.groupingBy(asked -> String.valueOf(asked.text("/question/service"))));
        });
    }
}
