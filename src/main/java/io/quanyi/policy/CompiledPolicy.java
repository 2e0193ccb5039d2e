package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.PolicyDescription;
import io.quanyi.decision.release.PolicyEvaluator;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.source.Faults;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the policy of a programme, compiled into one knowledge base per service. */
public final class CompiledPolicy implements PolicyEvaluator, PolicyDescription {

    private final Policy policy;
    private final Catalogue catalogue;
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Supplier<ServiceKnowledgeBase>> services;
    private final Map<String, Supplier<NearMissRules>> nearMisses = new TreeMap<>();
    private final Map<String, String> inheritance;
    private final Set<String> membersAsked;

    private CompiledPolicy(Policy policy, Catalogue catalogue, Map<String, Supplier<ServiceKnowledgeBase>> services) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.services = services;
        inheritance = policy.inheritance();
        membersAsked = policy.membersAsked();
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (String service : services.keySet()) {
            nearMisses.put(service, new LazyValue<>(() -> new NearMissRules(service, policy.of(service))));
        }
    }

    /** Compiles the knowledge bases of all services at once, so that the first question is as fast as later ones. */
    private static CompiledPolicy of(Policy policy, Catalogue catalogue) {
        Map<String, Supplier<ServiceKnowledgeBase>> services = new TreeMap<>();
        for (String service : catalogue.services().keySet()) {
            ServiceKnowledgeBase made = new ServiceKnowledgeBase(service, policy.of(service));
            services.put(service, () -> made);
        }
        return new CompiledPolicy(policy, catalogue, services);
    }

    /**
     * Reads, checks and assembles the rules of a version.
     *
     * @param programme the id of the programme, with which the packages of the files begin
     * @param version the name of the version
     * @param files the files of the version; only {@code .drl} files are read
     * @param catalogue the catalogue whose ids the rules may name
     * @return the policy; null, with all faults of all files added, if there are faults
     */
    public static @Nullable CompiledPolicy compile(
            String programme, String version, PolicyFiles files, Catalogue catalogue, Faults faults) {
        int before = faults.count();
        Policy policy = PolicyReader.read(version, files.sources(programme), catalogue, faults);
        return faults.count() == before ? of(policy, catalogue) : null;
    }

    /**
     * The compiled policy by which a release decides.
     *
     * @throws IllegalArgumentException if the rules of the release are not compiled from files
     */
    public static CompiledPolicy of(ProgrammeRelease release) {
        if (release.policy() instanceof CompiledPolicy policy) {
            return policy;
        }
        throw new IllegalArgumentException("not compiled: " + release.id());
    }

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return of(services, facts).evaluate(facts);
    }

    @Override
    public List<NearMiss> nearMisses(QuestionFacts facts, List<Finding> findings) {
        Set<String> fired = findings.stream()
                .filter(finding -> finding.absent() == null)
                .map(finding -> Objects.requireNonNull(finding.rule()).id())
                .collect(Collectors.toSet());
        return of(nearMisses, facts).evaluate(facts, fired);
    }

    private static <T> T of(Map<String, Supplier<T>> services, QuestionFacts facts) {
        return Objects.requireNonNull(services.get(facts.question().service()), "a service of the catalogue")
                .get();
    }

    @Override
    public String containedPlan(String plan, int distance) {
        String contained = plan;
        for (int i = 0; i < distance; i++) {
            contained = inheritance.get(contained);
            if (contained == null) {
                throw new IllegalArgumentException(plan + " contains no " + distance + " plans");
            }
        }
        return contained;
    }

    @Override
    public List<RuleInfo> rules() {
        return rules.values().stream().map(Rule::info).toList();
    }

    @Override
    public Set<String> membersAsked() {
        return membersAsked;
    }

    @Override
    public List<RuleOutline> outlines(String service) {
        return services.containsKey(service)
                ? rules.values().stream()
                        .filter(rule -> rule.belongsTo(service))
                        .map(RuleOutlineBuilder::of)
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> waiver(String id) {
        return Optional.ofNullable(rule(id).waiver());
    }

    @Override
    public String text(String id) {
        return rule(id).text();
    }

    /** The ids of the services that a rule belongs to. */
    public List<String> services(String id) {
        return services.keySet().stream().filter(rule(id)::belongsTo).toList();
    }

    /**
     * The same policy with one rule replaced, or left out if the replacement is null. Knowledge bases of other services are shared;
     * those of the services of the rule are built on first use.
     */
    public CompiledPolicy with(RuleInfo rule, @Nullable Rule replacement) {
        Policy edited = policy.with(rule.id(), replacement);
        Map<String, Supplier<ServiceKnowledgeBase>> shared = new TreeMap<>(services);
        for (String service : services(rule.id())) {
            shared.put(service, new LazyValue<>(() -> new ServiceKnowledgeBase(service, edited.of(service))));
        }
        return new CompiledPolicy(edited, catalogue, shared);
    }

    /** The rules as read. */
    public Policy policy() {
        return policy;
    }

    /** The catalogue whose ids the rules may name. */
    public Catalogue catalogue() {
        return catalogue;
    }

    private Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new NoSuchElementException(id);
        }
        return rule;
    }
}
