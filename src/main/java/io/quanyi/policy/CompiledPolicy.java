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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the policy of a programme, compiled into one knowledge base per service. */
public final class CompiledPolicy implements PolicyEvaluator, PolicyDescription {

    private final KnowledgeBases knowledge;
    private final Catalogue catalogue;
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, String> inheritance;
    private final Set<String> membersAsked;

    private CompiledPolicy(KnowledgeBases knowledge, Catalogue catalogue) {
        this.knowledge = knowledge;
        this.catalogue = catalogue;
        inheritance = policy().inheritance();
        membersAsked = policy().membersAsked();
        policy().rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /** Compiles the knowledge bases of all services at once, so that the first question is as fast as later ones. */
    private static CompiledPolicy of(Policy policy, Catalogue catalogue) {
        KnowledgeBases knowledge = KnowledgeBases.shared(policy);
        catalogue.services().keySet().forEach(knowledge::of);
        return new CompiledPolicy(knowledge, catalogue);
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
        return knowledge.of(facts.question().service()).evaluate(facts);
    }

    @Override
    public List<NearMiss> nearMisses(QuestionFacts facts, List<Finding> findings) {
        Set<String> fired = findings.stream()
                .filter(finding -> finding.absent() == null)
                .map(finding -> Objects.requireNonNull(finding.rule()).id())
                .collect(Collectors.toSet());
        return knowledge.nearMisses(facts.question().service()).evaluate(facts, fired);
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
        return catalogue.services().containsKey(service)
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
        return catalogue.services().keySet().stream()
                .filter(rule(id)::belongsTo)
                .toList();
    }

    /**
     * The same policy with one rule replaced, or left out if the replacement is null. Knowledge bases of other services are shared;
     * those of the services of the rule are built on first use.
     */
    public CompiledPolicy with(RuleInfo rule, @Nullable Rule replacement) {
        Policy edited = policy().with(rule.id(), replacement);
        return new CompiledPolicy(knowledge.with(edited, services(rule.id())), catalogue);
    }

    /** The rules as read. */
    public Policy policy() {
        return knowledge.policy();
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
