package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.Finding;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.PolicyEvaluator;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.RuleOutline;
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

/** One version of a programme's policy, ready to be asked. */
public final class CompiledPolicy implements PolicyEvaluator {

    private final Policy policy;
    private final Catalogue catalogue;
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Supplier<ServiceRules>> services;
    private final Map<String, Supplier<NearRules>> nearly = new TreeMap<>();
    private final Map<String, String> inheritance;

    private CompiledPolicy(Policy policy, Catalogue catalogue, Map<String, Supplier<ServiceRules>> services) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.services = services;
        inheritance = policy.inheritance();
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (String service : services.keySet()) {
            nearly.put(service, new Once<>(() -> new NearRules(service, policy.of(service))));
        }
    }

    /** What a question needs is there before the first one comes. */
    private static CompiledPolicy of(Policy policy, Catalogue catalogue) {
        Map<String, Supplier<ServiceRules>> services = new TreeMap<>();
        for (String service : catalogue.services().keySet()) {
            ServiceRules made = new ServiceRules(service, policy.of(service));
            services.put(service, () -> made);
        }
        return new CompiledPolicy(policy, catalogue, services);
    }

    /**
     * Reads, checks and assembles the rules of a version.
     *
     * @param programme its id, which the packages of the files begin with
     * @param version the version's name
     * @param files what it is made of; only {@code .drl} files are looked at
     * @param catalogue the ids that rules may name
     * @return null, with all faults of all files added, if there is any
     */
    public static @Nullable CompiledPolicy compile(
            String programme, String version, PolicyFiles files, Catalogue catalogue, Faults faults) {
        int before = faults.count();
        Policy policy = PolicyReader.read(programme, version, files, catalogue, faults);
        return faults.count() == before ? of(policy, catalogue) : null;
    }

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return of(services, facts).evaluate(facts);
    }

    @Override
    public List<NearMiss> nearly(QuestionFacts facts) {
        Set<String> fired = evaluate(facts).stream()
                .filter(finding -> finding.absent() == null)
                .map(finding -> Objects.requireNonNull(finding.rule()).id())
                .collect(Collectors.toSet());
        return of(nearly, facts).evaluate(facts, fired);
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
    public List<RuleOutline> outlines(String service) {
        return services.containsKey(service)
                ? rules.values().stream()
                        .filter(rule -> rule.belongsTo(service))
                        .map(Outlines::of)
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> waiver(String id) {
        return Optional.ofNullable(rule(id).waiver());
    }

    /** The author's words of a rule. */
    @Override
    public String text(String id) {
        return rule(id).text();
    }

    /** The services that a rule is asked for. */
    public List<String> services(String id) {
        return services.keySet().stream().filter(rule(id)::belongsTo).toList();
    }

    /** The same with one thing written otherwise. All that the edit does not touch is shared; the rest is assembled when it is asked. */
    CompiledPolicy with(Edit edit) {
        Policy edited = policy.with(edit);
        Map<String, Supplier<ServiceRules>> shared = new TreeMap<>(services);
        for (String service : services(edit.rule().id())) {
            shared.put(service, new Once<>(() -> new ServiceRules(service, edited.of(service))));
        }
        return new CompiledPolicy(edited, catalogue, shared);
    }

    /** The rules as read. */
    Policy policy() {
        return policy;
    }

    /** The ids that the rules may name. */
    Catalogue catalogue() {
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
