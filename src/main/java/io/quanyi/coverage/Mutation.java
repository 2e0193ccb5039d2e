package io.quanyi.coverage;

import io.quanyi.decision.RuleInfo;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.policy.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slip in a rule, and whether the cases notice it.
 *
 * @param rule the rule
 * @param kind what is done to it
 * @param what the piece that is changed, as the author writes it
 * @param instead what stands there then; empty for nothing
 * @param services the services that it may matter to
 * @param fate what becomes of it
 * @param byAnswer the first case whose answer is not what it must be; null if there is none
 * @param byRules the first case in which a rule fires that must not, or does not that must; null if there is none
 * @param example of what survived, questions that are answered otherwise: a case about one of them would notice it; else null
 */
public record Mutation(
        RuleInfo rule,
        Variant.Kind kind,
        String what,
        String instead,
        List<String> services,
        Fate fate,
        @Nullable NamedCase byAnswer,
        @Nullable NamedCase byRules,
        @Nullable ImpactSentence example) {

    /** Keeps a copy. */
    public Mutation {
        services = List.copyOf(services);
    }

    static Mutation of(Variant variant, Fate fate, Notice notice, @Nullable ImpactSentence example) {
        return new Mutation(
                variant.rule(),
                variant.kind(),
                variant.what(),
                variant.instead(),
                variant.services(),
                fate,
                notice.byAnswer(),
                notice.byRules(),
                example);
    }
}
