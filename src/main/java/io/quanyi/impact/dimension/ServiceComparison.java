package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Channel;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Domain;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.impact.term.StandInTerms;
import io.quanyi.impact.usage.UsageLimits;
import io.quanyi.impact.value.ComparedRules;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One service in the two releases that are compared, with the rules of each release about it. A survey of a single release has the
 * same release on both sides.
 */
public final class ServiceComparison {

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final String service;
    private final OffsetDateTime at;
    private final IdentityHashMap<ProgrammeRelease, List<RuleOutline>> rules = new IdentityHashMap<>();
    private final ComparedRules comparedRules;
    private final boolean survey;
    private final boolean variesOwnTerms;
    private final @Nullable StandInTerms given;
    private final UsageLimits usageLimits;
    private final IdentityHashMap<ProgrammeRelease, UsageLimits> limitsOf = new IdentityHashMap<>();

    /**
     * Looks up the rules of both releases.
     *
     * @param service the id of the service
     * @param at the instant of all requests, in the zone of the programme
     */
    public ServiceComparison(ProgrammeRelease before, ProgrammeRelease after, String service, OffsetDateTime at) {
        this(before, after, service, at, true, null);
    }

    private ServiceComparison(
            ProgrammeRelease before,
            ProgrammeRelease after,
            String service,
            OffsetDateTime at,
            boolean variesOwnTerms,
            @Nullable StandInTerms given) {
        this.before = before;
        this.after = after;
        this.service = service;
        this.at = at;
        this.survey = before.equals(after);
        this.variesOwnTerms = variesOwnTerms;
        this.given = given;
        releases().forEach(release -> rules.put(release, release.policy().outlines(service)));
        this.comparedRules = new ComparedRules(
                releases().stream().flatMap(release -> rules(release).stream()).toList());
        this.usageLimits = new UsageLimits(comparedRules, day());
        releases().forEach(release -> limitsOf.put(release, limitsOf(release)));
    }

    private UsageLimits limitsOf(ProgrammeRelease release) {
        UsageLimits own = new UsageLimits(new ComparedRules(rules(release)), day());
        boolean isTold = usageLimits.takeNumbers() || own.lacksDaysOf(usageLimits) || own.lacksYearsOf(usageLimits);
        return isTold ? usageLimits : own;
    }

    /** The same comparison of customers without own terms on the service only. */
    public ServiceComparison withoutOwnTerms() {
        return new ServiceComparison(before, after, service, at, false, null);
    }

    /** The same comparison of customers with given own terms, for each of the terms that may let answers depend on what the document else rules out. */
    public Stream<ServiceComparison> ofGivenTerms() {
        return ContractTermCandidates.given(this).stream()
                .map(terms -> new ServiceComparison(before, after, service, at, false, terms));
    }

    /** The same comparison at another instant. */
    public ServiceComparison at(OffsetDateTime then) {
        return new ServiceComparison(before, after, service, then, variesOwnTerms, given);
    }

    /** Whether the contract's own terms on the service are varied. */
    boolean variesOwnTerms() {
        return variesOwnTerms;
    }

    /** The channels that rules of either release state, or given terms. */
    Set<String> statedChannels() {
        Stream<String> ofTerms = given == null ? Stream.of() : given.channels();
        return Stream.concat(rules().stated(Channel.class).stream().map(Channel::id), ofTerms)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a rule of either release asks about terms of the contract with an effect. */
    boolean asksAboutTerm(String effect) {
        return rules().asksAbout(new ContractTerm(service, effect));
    }

    /** Whether a rule of either release asks about terms of the contract. */
    public boolean asksAboutTerms() {
        return rules().asksAbout(ContractTerm.class);
    }

    /** Whether the programme has severities in either release. */
    boolean hasSeverities() {
        return releases().stream()
                .anyMatch(release -> !release.catalogue().severities().isEmpty());
    }

    /** The contract's own terms that apply to the question of a request. */
    public OwnTerms ownTerms(DecisionRequest request) {
        return OwnTerms.areIn(request)
                ? OwnTerms.of(request, List.of(after, before), at.toInstant(), statedChannels())
                : OwnTerms.NONE;
    }

    /** The limits that usage is compared with. */
    public UsageLimits usageLimits() {
        return usageLimits;
    }

    /**
     * The limits of one release. If rules take numbers from requests, or the releases count usage that may lack person-days over other spans, those
     * of both: the numbers and entries that are shown depend on the limits of both, and on the request that was answered. So if the other release
     * alone counts per service year: usage of the service period stands for usage of the year too, which in the first year of the period is the only one.
     */
    UsageLimits usageLimits(ProgrammeRelease release) {
        return Objects.requireNonNull(limitsOf.get(release), "one of the two");
    }

    /** The id of the service. */
    public String service() {
        return service;
    }

    /** The instant of all requests, in the zone of the programme. */
    public OffsetDateTime at() {
        return at;
    }

    /** The day of all requests. */
    LocalDate day() {
        return at.toLocalDate();
    }

    /** The earlier release. */
    public ProgrammeRelease before() {
        return before;
    }

    /** The later release. */
    public ProgrammeRelease after() {
        return after;
    }

    /** Both releases. */
    public List<ProgrammeRelease> releases() {
        return List.of(before, after);
    }

    /** The rules of both releases about the service. */
    ComparedRules rules() {
        return comparedRules;
    }

    /** The rules of one of the releases about the service. */
    public List<RuleOutline> rules(ProgrammeRelease release) {
        return Objects.requireNonNull(rules.get(release), "one of the two");
    }

    /** A builder of requests with the mandatory members and given terms only; the plan is the first of the release. */
    public RequestBuilder requestBuilder(ProgrammeRelease release) {
        RequestBuilder builder = RequestBuilder.of(
                release.programme().id(), release.catalogue().plans().get(0).id(), service, at);
        if (given != null) {
            given.set(builder);
        }
        return builder;
    }

    /** Whether both sides are the same release. */
    public boolean isSurvey() {
        return survey;
    }

    /** Whether the service belongs to the programme in both releases, or in neither. */
    public boolean isSameService() {
        return before.catalogue().services().containsKey(service)
                == after.catalogue().services().containsKey(service);
    }

    /** Whether both releases have equal rules about the service and equal catalogues, so that no answer can differ. */
    public boolean isUntouched() {
        return before.catalogue().sellsTheSameAs(after.catalogue()) && hasEqualRules();
    }

    /** Whether the releases have equal rules about the service. */
    boolean hasEqualRules() {
        return words(before).equals(words(after));
    }

    /**
     * Whether rules find the same with any own terms of the contract if they do so with those that are varied: none asks about terms, or the
     * rules are equal and none asks about several terms at once.
     */
    public boolean findsNoMoreWithOwnTerms() {
        return !asksAboutTerms() || (variesOwnTerms && hasEqualRules() && rules().mostAsked(ContractTerm.class) == 1);
    }

    /** Whether the releases have equal catalogue entries of the service. */
    public boolean hasEqualEntries() {
        return entry(before).equals(entry(after));
    }

    /** The severity of the service in a release, and the services that the catalogue names beside it; a question shows its names and activities anyway. */
    private List<Object> entry(ProgrammeRelease release) {
        Catalogue.Service sold = release.catalogue().services().get(service);
        return sold == null ? List.of() : List.of(String.valueOf(sold.severity()), sold.beyond(), sold.instead());
    }

    private Map<String, List<String>> words(ProgrammeRelease release) {
        Map<String, List<String>> words = new TreeMap<>();
        rules(release).forEach(rule -> words.put(rule.rule().id(), words(rule)));
        return words;
    }

    private static List<String> words(RuleOutline rule) {
        return Stream.concat(
                        Stream.of(rule.condition()), rule.statements().stream().map(Statement::words))
                .toList();
    }

    /** The ids of a domain that either release knows, including those of sibling programmes. */
    Set<String> ids(Domain domain) {
        Set<String> ids = new LinkedHashSet<>();
        for (ProgrammeRelease release : releases()) {
            Set<String> here = release.catalogue().ids(domain);
            ids.addAll(here == null ? Set.of() : new TreeSet<>(here));
            ids.addAll(new TreeSet<>(release.catalogue().elsewhere().getOrDefault(domain, Set.of())));
        }
        return ids;
    }

    /** The entries of a list of both catalogues, without duplicates. */
    <T> Set<T> listed(Function<Catalogue, ? extends Stream<T>> list) {
        Set<T> listed = new LinkedHashSet<>();
        releases().forEach(release -> list.apply(release.catalogue()).forEach(listed::add));
        return listed;
    }
}
