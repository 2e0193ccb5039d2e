package io.quanyi.policy;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Question;
import io.quanyi.policy.model.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;

/** A knowledge base with the rules of one service, so that the cost of a decision depends on the rules of its service only. */
final class ServiceKnowledgeBase {

    /** A bound above the number of firings of any question; reaching it is an internal error. */
    private static final int MAX_FIRINGS = 10_000;

    private static final int POOLED = 4;

    private final KieSessionsPool sessions;
    private final Set<Class<? extends Fact>> asked;

    /** Compiles the rules of a service with their twins. */
    ServiceKnowledgeBase(String service, List<Rule> rules) {
        this(service, rules, RuleAssembler::assemble);
    }

    /**
     * Compiles rules.
     *
     * @param assembled assembles each rule for Drools
     */
    ServiceKnowledgeBase(String service, List<Rule> rules, Function<Rule, List<org.drools.model.Rule>> assembled) {
        ModelImpl model = new ModelImpl(service);
        model.addGlobal(RuleAssembler.FINDINGS);
        rules.stream().flatMap(rule -> assembled.apply(rule).stream()).forEach(model::addRule);
        KieBase base = KieBaseBuilder.createKieBaseFromModel(model, RuleBaseFactory.newKnowledgeBaseConfiguration());
        sessions = base.newKieSessionsPool(POOLED);
        asked = Stream.concat(
                        Stream.of(Question.class),
                        rules.stream()
                                .flatMap(rule -> rule.patterns().stream())
                                .map(pattern -> pattern.type().type()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Evaluates the rules in a clean session of the pool, and disposes of the session even after a failure. */
    List<Finding> evaluate(QuestionFacts facts) {
        KieSession session = sessions.newKieSession();
        try {
            FindingCollector findings = new FindingCollector(facts.plan());
            session.setGlobal(RuleAssembler.FINDINGS.getName(), findings);
            for (Fact fact : facts.all()) {
                if (asked.contains(fact.getClass())) {
                    session.insert(fact);
                }
            }
            if (session.fireAllRules(MAX_FIRINGS) >= MAX_FIRINGS) {
                throw new IllegalStateException("more than " + MAX_FIRINGS + " firings");
            }
            return findings.all();
        } catch (ConsequenceException e) {
            throw new RuleFault(e.getRule().getName(), e);
        } catch (RuntimeException e) {
            throw new RuleFault("of " + facts.question().service(), e);
        } finally {
            session.dispose();
        }
    }
}
