package io.quanyi.impact.term;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerm.AgreedTarget;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms on one service that stand for all terms of a class, with amounts and currencies that no document states.
 *
 * @param terms the terms
 * @param parts the parts of the class
 */
public record StandInTerms(List<AgreedTerm> terms, Set<String> parts) {

    private static final BigDecimal ODD = new BigDecimal("7.77");
    private static final BigDecimal AMPLE = new BigDecimal("99999");
    private static final BigDecimal LESS_THAN_ONCE = new BigDecimal("0.5");

    /** Keeps copies. */
    public StandInTerms {
        terms = List.copyOf(terms);
        parts = Set.copyOf(parts);
    }

    /**
     * Each term alone, and each but the exclusion together with a grant.
     *
     * @param window a window that both releases know; null if they share none
     * @param channels the channels that rules state
     * @param other a channel that no rule names; null if there is none to choose
     */
    public static List<StandInTerms> all(
            String service, @Nullable String window, Collection<String> channels, @Nullable String other) {
        List<StandInTerms> singles = new ArrayList<>();
        for (String effect : List.of("respond-within", "resolve-within")) {
            singles.add(of(effect, timed(service, effect, "working-hour")));
            singles.add(of(effect + " clock", timed(service, effect, "hour")));
        }
        if (window != null) {
            singles.add(of("window", term(service, "window", null, null, window, null)));
        }
        for (String channel : channels) {
            singles.add(of("channel " + channel, term(service, "channel", null, null, null, channel)));
        }
        if (other != null) {
            singles.add(of(OwnTerms.OTHER_CHANNEL, term(service, "channel", null, null, null, other)));
        }
        singles.add(of("charge", term(service, "charge", null, null, null, null)));
        singles.add(of(OwnTerms.ENOUGH, term(service, "quota", null, AMPLE, null, null)));
        singles.add(of(OwnTerms.EXHAUSTED, term(service, "quota", null, BigDecimal.ZERO, null, null)));
        singles.add(of(OwnTerms.INSUFFICIENT, term(service, "quota", null, LESS_THAN_ONCE, null, null)));
        singles.add(of(OwnTerms.UNKNOWN, term(service, "quota", null, AMPLE, null, null)));
        StandInTerms grant = grant(service);
        List<StandInTerms> all =
                new ArrayList<>(List.of(grant, of(OwnTerms.EXCLUDE, term(service, "exclude", null, null, null, null))));
        all.addAll(singles);
        singles.forEach(single -> all.add(grant.and(single)));
        return all;
    }

    /** A grant. */
    public static StandInTerms grant(String service) {
        return of(OwnTerms.GRANT, term(service, "grant", null, null, null, null));
    }

    /** Sets the terms in a request, with the usage if it is known. */
    public void set(RequestBuilder builder) {
        builder.terms(terms);
        if (OwnTerms.countsUsage(parts)) {
            builder.usage(List.of());
        }
        if (parts.contains(OwnTerms.INSUFFICIENT)) {
            builder.termsByUsage(this::beyond);
        }
    }

    /** The terms with a quota of which less than one use is left beyond some usage. */
    private List<AgreedTerm> beyond(List<Usage> usage) {
        return terms.stream()
                .map(term -> {
                    if (!term.effect().equals("quota")) {
                        return term;
                    }
                    int used = usage.stream()
                            .filter(entry -> entry.service().equals(term.service()))
                            .mapToInt(Usage::timesOrOnce)
                            .sum();
                    return term(
                            term.service(), "quota", null, LESS_THAN_ONCE.add(BigDecimal.valueOf(used)), null, null);
                })
                .toList();
    }

    /** The channels of the terms. */
    public Stream<String> channels() {
        return terms.stream().map(AgreedTerm::channel).flatMap(Stream::ofNullable);
    }

    /** Whether the terms may allow what a document rules out: a use beyond its quota, other hours, another channel. */
    public boolean allows() {
        return parts.stream()
                .anyMatch(part -> part.equals(OwnTerms.ENOUGH) || part.equals("window") || part.startsWith("channel "));
    }

    private StandInTerms and(StandInTerms other) {
        List<AgreedTerm> both = new ArrayList<>(terms);
        both.addAll(other.terms);
        Set<String> all = new TreeSet<>(parts);
        all.addAll(other.parts);
        return new StandInTerms(both, all);
    }

    private static StandInTerms of(String part, AgreedTerm term) {
        return new StandInTerms(List.of(term), Set.of(part));
    }

    private static AgreedTerm timed(String service, String effect, String unit) {
        return term(service, effect, new AgreedTarget(ODD, unit), null, null, null);
    }

    /** A term; a quota is a pack, which counts usage without a service period. */
    private static AgreedTerm term(
            String service,
            String effect,
            @Nullable AgreedTarget target,
            @Nullable BigDecimal limit,
            @Nullable String window,
            @Nullable String channel) {
        boolean charge = effect.equals("charge");
        return new AgreedTerm(
                service,
                effect,
                null,
                target,
                limit,
                limit == null ? null : "time",
                window,
                channel,
                charge ? ODD : null,
                null,
                charge ? "XTS" : null,
                charge ? "incident" : limit == null ? null : "pack");
    }
}
