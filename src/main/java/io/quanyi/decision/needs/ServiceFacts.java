package io.quanyi.decision.needs;

import io.quanyi.decision.release.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that an answer about a service may depend on, in one language: the required ones first, then those that rules look at, then
 * those that matter only with terms of a contract.
 *
 * @param release the release that decides
 * @param service the service
 * @param name the name of the service
 * @param facts the facts
 */
public record ServiceFacts(ReleaseId release, String service, String name, List<ServiceFact> facts) {

    /**
     * One fact: a member of a request.
     *
     * @param pointer the member, as a JSON pointer
     * @param name its name
     * @param meaning its meaning
     * @param required whether a request is refused without it
     * @param type the kind of its value
     * @param codeList the list of the codes that it may hold; null if it holds no code
     * @param codes these codes; empty for codes of a standard, which the list has
     * @param absent the consequences of its absence; several if several things look at it
     * @param uses the rules and terms that look at it
     */
    public record ServiceFact(
            String pointer,
            String name,
            String meaning,
            boolean required,
            String type,
            @Nullable String codeList,
            List<ListedCode> codes,
            List<FactAbsence> absent,
            List<FactUse> uses) {}

    /**
     * A consequence of the absence of a fact.
     *
     * @param means the kind of consequence, a code of {@link Absence}
     * @param condition the condition that the answer then carries; null if it carries none
     * @param message the consequence in words
     */
    public record FactAbsence(String means, @Nullable String condition, String message) {}

    /**
     * Something that looks at a fact.
     *
     * @param rule the rule that tests it, or states the term that is compared with it; null if it is no rule
     * @param clauses the clauses on which the rule rests
     * @param effect the effect of a contract term with which the fact matters; null if it matters by a rule, or always
     * @param message the title of the rule, or the occasion in words
     */
    public record FactUse(
            @Nullable String rule,
            List<String> clauses,
            @Nullable String effect,
            String message) {}
}
