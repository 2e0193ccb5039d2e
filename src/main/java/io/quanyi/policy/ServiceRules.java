package io.quanyi.policy;

import io.quanyi.decision.Finding;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleFault;
import io.quanyi.facts.Fact;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * The rules of one service in a knowledge base of their own, so that a decision costs what its service's rules cost, and not
 * what the programme's do.
 */
final class ServiceRules {

    /** More firings than any question can cause; reaching it is a fault of the engine's, never an answer. */
    private static final int MOST_FIRINGS = 10_000;

    private static final int POOLED = 4;

    private final KieSessionsPool sessions;
    private final Set<Class<? extends Fact>> asked;

    /** The rules of the service with their twins. */
    ServiceRules(String service, List<Rule> rules) {
        this(service, rules, RuleAssembler::assemble);
    }

    /** @param assembled what becomes of each rule */
    ServiceRules(String service, List<Rule> rules, Function<Rule, List<org.drools.model.Rule>> assembled) {
        ModelImpl model = new ModelImpl(service);
        model.addGlobal(RuleAssembler.FINDINGS);
        rules.stream().flatMap(rule -> assembled.apply(rule).stream()).forEach(model::addRule);
        KieBase base = KieBaseBuilder.createKieBaseFromModel(model, RuleBaseFactory.newKnowledgeBaseConfiguration());
        sessions = base.newKieSessionsPool(POOLED);
        asked = rules.stream()
                .flatMap(rule -> rule.patterns().stream())
                .map(pattern -> pattern.type().type())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Asks the rules in a clean session, which goes back to the pool clean whatever happens. */
    List<Finding> evaluate(QuestionFacts facts) {
        KieSession session = sessions.newKieSession();
        try {
            Findings findings = new Findings(facts.plan());
            session.setGlobal(RuleAssembler.FINDINGS.getName(), findings);
            for (Fact fact : facts.all()) {
                if (asked.contains(fact.getClass())) {
                    session.insert(fact);
                }
            }
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw new IllegalStateException("more than " + MOST_FIRINGS + " firings");
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
