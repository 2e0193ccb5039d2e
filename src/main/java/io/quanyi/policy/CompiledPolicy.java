package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.Finding;
import io.quanyi.decision.PolicyEvaluator;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.RuleOutline;
import io.quanyi.source.Faults;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One version of a programme's policy, ready to be asked. */
public final class CompiledPolicy implements PolicyEvaluator {

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, ServiceRules> services = new TreeMap<>();

    private final Map<String, String> inheritance;

    private CompiledPolicy(Policy policy, Catalogue catalogue) {
        inheritance = policy.inheritance();
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (String service : catalogue.services().keySet()) {
            services.put(
                    service,
                    new ServiceRules(
                            service,
                            policy.rules().stream()
                                    .filter(rule -> rule.belongsTo(service))
                                    .toList()));
        }
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
        return faults.count() == before ? new CompiledPolicy(policy, catalogue) : null;
    }

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return Objects.requireNonNull(services.get(facts.question().service()), "a service of the catalogue")
                .evaluate(facts);
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

    /** The author's words of a rule. */
    @Override
    public String text(String id) {
        return rule(id).text();
    }

    /** The services that a rule is asked for. */
    public List<String> services(String id) {
        return services.keySet().stream().filter(rule(id)::belongsTo).toList();
    }

    private Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new NoSuchElementException(id);
        }
        return rule;
    }
}
