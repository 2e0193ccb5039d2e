package io.quanyi.impact.dimension;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerm.AgreedTarget;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Question;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.impact.term.StandInTerms;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the candidate values of the contract's own terms on the service. A comparison tries a grant and, where a rule asks about terms, each
 * effect that the rule asks about or that may change an outcome, alone and together with a grant. A survey, whose verdict has a fixed budget,
 * tries the effects that a rule names and one that no rule names. The terms have amounts and currencies that no document states, so that they
 * differ from all terms of the rules.
 */
final class ContractTermCandidates {

    private static final BigDecimal ODD = new BigDecimal("7.77");
    /** Effects to choose the unnamed one from; those that override the fewest terms of rules come first. */
    private static final List<String> OTHERS =
            List.of("charge", "channel", "respond-within", "resolve-within", "quota", "window");

    private static final BigDecimal AMPLE = new BigDecimal("99999");

    private ContractTermCandidates() {}

    static List<DimensionValue> of(ServiceComparison comparison) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        if (!comparison.isSurvey()) {
            values.addAll(comparison.variesOwnTerms() ? all(comparison) : List.of());
            return values;
        }
        Set<Object> asked = comparison.rules().literals(ContractTerm.class, "effect");
        if (asked.isEmpty() && !comparison.rules().reads(ContractTerm.class, "effect")) {
            return values;
        }
        AgreedTerm grant = term(comparison, "grant");
        values.add(value(grant));
        values.add(value(term(comparison, "exclude")));
        for (String effect : effects(comparison, asked)) {
            AgreedTerm term = term(comparison, effect);
            values.add(value(term));
            values.add(value(grant, term));
        }
        return values;
    }

    private static List<DimensionValue> all(ServiceComparison comparison) {
        Set<String> stated = comparison.statedChannels();
        List<StandInTerms> terms = comparison.asksAboutTerms()
                ? StandInTerms.all(
                        comparison.service(),
                        any(comparison, Domain.WINDOW),
                        stated,
                        unnamedChannel(comparison, stated))
                : List.of(StandInTerms.grant(comparison.service()));
        return terms.stream()
                .filter(one -> OwnTerms.ofOutcome(one.parts(), comparison::asksAboutTerm)
                        .equals(one.parts()))
                .map(one -> new DimensionValue(ValueLabel.of("contract-says", OwnTerms.text(one.parts())), one::set))
                .toList();
    }

    /**
     * The terms that a customer may have in a comparison of given terms: a quota that suffices, hours, and each channel, alone and with a
     * grant. The document may rule out what they allow: more uses than its quota, a channel that it does not name. Other terms take the place of
     * a part of the answer, so that nothing depends on a further fact.
     */
    static List<StandInTerms> given(ServiceComparison comparison) {
        Set<String> channels = comparison.statedChannels();
        comparison.rules().literals(Question.class, "channel").forEach(channel -> channels.add((String) channel));
        channels.retainAll(shared(comparison, Domain.CHANNEL));
        return StandInTerms.all(comparison.service(), any(comparison, Domain.WINDOW), channels, null).stream()
                .filter(StandInTerms::allows)
                .toList();
    }

    /** A channel that no rule names and that is not the first of these, which stands for them where a question asks for one. */
    private static @Nullable String unnamedChannel(ServiceComparison comparison, Set<String> stated) {
        Set<String> unnamed = new TreeSet<>(shared(comparison, Domain.CHANNEL));
        unnamed.removeAll(stated);
        comparison.rules().literals(Question.class, "channel").forEach(unnamed::remove);
        return unnamed.stream().skip(1).reduce((first, second) -> second).orElse(null);
    }

    private static Set<String> effects(ServiceComparison comparison, Set<Object> asked) {
        Set<String> effects = new TreeSet<>();
        asked.forEach(effect -> effects.add((String) effect));
        OTHERS.stream()
                .filter(effect -> !asked.contains(effect) && isPossible(comparison, effect))
                .findFirst()
                .ifPresent(effects::add);
        effects.removeAll(Set.of("grant", "exclude"));
        return effects;
    }

    /** Whether the catalogues have an id for the term: a term about a channel or a window names one. */
    private static boolean isPossible(ServiceComparison comparison, String effect) {
        return switch (effect) {
            case "channel" -> any(comparison, Domain.CHANNEL) != null;
            case "window" -> any(comparison, Domain.WINDOW) != null;
            default -> true;
        };
    }

    /** Copies the terms about the service of the builder; terms about other services have no effect on its answer. */
    static void copy(DecisionRequest request, RequestBuilder builder) {
        Contract contract = request.subscription().contract();
        List<AgreedTerm> terms = contract == null ? null : contract.terms();
        List<AgreedTerm> own = terms == null
                ? List.of()
                : terms.stream()
                        .filter(term -> term.service().equals(builder.service()))
                        .toList();
        builder.terms(own.isEmpty() ? null : own);
    }

    private static DimensionValue value(AgreedTerm... terms) {
        List<AgreedTerm> agreed = List.of(terms);
        String label =
                String.join(" + ", agreed.stream().map(AgreedTerm::effect).toList());
        return new DimensionValue(ValueLabel.of("contract-says", label), builder -> builder.terms(agreed));
    }

    private static AgreedTerm term(ServiceComparison comparison, String effect) {
        boolean timed = effect.endsWith("-within");
        boolean quota = effect.equals("quota");
        boolean charge = effect.equals("charge");
        return new AgreedTerm(
                comparison.service(),
                effect,
                null,
                timed ? new AgreedTarget(ODD, "working-hour") : null,
                quota ? AMPLE : null,
                quota ? "time" : null,
                effect.equals("window") ? any(comparison, Domain.WINDOW) : null,
                effect.equals("channel") ? any(comparison, Domain.CHANNEL) : null,
                charge ? ODD : null,
                null,
                charge ? "XTS" : null,
                charge ? "incident" : null);
    }

    /** The first id that both releases know; null if they share none. */
    private static @Nullable String any(ServiceComparison comparison, Domain domain) {
        return shared(comparison, domain).stream().sorted().findFirst().orElse(null);
    }

    /** The ids that both releases know. */
    private static Set<String> shared(ServiceComparison comparison, Domain domain) {
        Set<String> shared = new TreeSet<>();
        Set<String> after = comparison.after().catalogue().ids(domain);
        Set<String> before = comparison.before().catalogue().ids(domain);
        if (before != null && after != null) {
            shared.addAll(before);
            shared.retainAll(after);
        }
        return shared;
    }
}
