package io.quanyi.impact;

import io.quanyi.decision.AgreedTarget;
import io.quanyi.decision.AgreedTerm;
import io.quanyi.decision.Contract;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Domain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a contract may say of the asked service: each effect that a rule names, and one that none does, alone and beside a grant.
 * The terms themselves are such as no document states, so that they are never taken for one of its own.
 */
final class AgreedEffects {

    private static final BigDecimal ODD = new BigDecimal("7.77");
    /** Such as hide least of what rules say come first. */
    private static final List<String> OTHERS =
            List.of("charge", "channel", "respond-within", "resolve-within", "quota", "window");

    private static final BigDecimal AMPLE = new BigDecimal("99999");

    private AgreedEffects() {}

    static List<Value> of(ServicePair pair) {
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        Set<Object> asked = pair.literals(ContractTerm.class, "effect");
        if (asked.isEmpty() && !pair.reads(ContractTerm.class, "effect")) {
            return values;
        }
        AgreedTerm grant = term(pair, "grant");
        values.add(value(grant));
        values.add(value(term(pair, "exclude")));
        for (String effect : effects(pair, asked)) {
            AgreedTerm term = term(pair, effect);
            values.add(value(term));
            values.add(value(grant, term));
        }
        return values;
    }

    private static Set<String> effects(ServicePair pair, Set<Object> asked) {
        Set<String> effects = new TreeSet<>();
        asked.forEach(effect -> effects.add((String) effect));
        OTHERS.stream()
                .filter(effect -> !asked.contains(effect) && isPossible(pair, effect))
                .findFirst()
                .ifPresent(effects::add);
        effects.removeAll(Set.of("grant", "exclude"));
        return effects;
    }

    /** A term that names a channel or a window needs one. */
    private static boolean isPossible(ServicePair pair, String effect) {
        return switch (effect) {
            case "channel" -> any(pair, Domain.CHANNEL) != null;
            case "window" -> any(pair, Domain.WINDOW) != null;
            default -> true;
        };
    }

    /** What the contract says of other services is nothing to this one. */
    static void copy(DecisionRequest request, Asking asking) {
        Contract contract = request.subscription().contract();
        List<AgreedTerm> terms = contract == null ? null : contract.terms();
        List<AgreedTerm> own = terms == null
                ? List.of()
                : terms.stream()
                        .filter(term -> term.service().equals(asking.service()))
                        .toList();
        asking.terms = own.isEmpty() ? null : own;
    }

    private static Value value(AgreedTerm... terms) {
        List<AgreedTerm> agreed = List.of(terms);
        String label =
                String.join(" + ", agreed.stream().map(AgreedTerm::effect).toList());
        return new Value(Label.of("contract-says", label), asking -> asking.terms = agreed);
    }

    private static AgreedTerm term(ServicePair pair, String effect) {
        boolean timed = effect.endsWith("-within");
        boolean quota = effect.equals("quota");
        boolean charge = effect.equals("charge");
        return new AgreedTerm(
                pair.service(),
                effect,
                null,
                timed ? new AgreedTarget(ODD, "working-hour") : null,
                quota ? AMPLE : null,
                quota ? "time" : null,
                effect.equals("window") ? any(pair, Domain.WINDOW) : null,
                effect.equals("channel") ? any(pair, Domain.CHANNEL) : null,
                charge ? ODD : null,
                null,
                charge ? "XTS" : null,
                charge ? "incident" : null);
    }

    /** An id that both releases know; null if there is none. */
    private static @Nullable String any(ServicePair pair, Domain domain) {
        Set<String> after = pair.after().catalogue().ids(domain);
        Set<String> before = pair.before().catalogue().ids(domain);
        return before == null || after == null
                ? null
                : before.stream().filter(after::contains).sorted().findFirst().orElse(null);
    }
}
