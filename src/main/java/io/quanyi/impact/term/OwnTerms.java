package io.quanyi.impact.term;

import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.decision.request.check.RequestCheck;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a contract that apply to the question of a request, each reduced to the part that answers distinguish.
 *
 * @param terms the terms that apply, or may apply because the severity is absent
 * @param parts the parts, sorted
 */
public record OwnTerms(List<AgreedTerm> terms, Set<String> parts) {

    /** No own terms. */
    public static final OwnTerms NONE = new OwnTerms(List.of(), Set.of());

    /** The part of a grant. */
    public static final String GRANT = "grant";

    /** The part of an exclusion, which no other term matters beside. */
    public static final String EXCLUDE = "exclude";

    /** The part of a quota that suffices for the question. */
    public static final String ENOUGH = "quota enough";

    /** The part of a quota that is used up. */
    public static final String EXHAUSTED = "quota exhausted";

    /** The part of a quota of which something is left, but not enough for the question. */
    public static final String INSUFFICIENT = "quota insufficient";

    /** The part of a quota that would suffice for the question if nothing was used, of which the request does not state the usage. */
    public static final String UNKNOWN = "quota unknown";

    /** The part of a channel that no rule states, and that the question does not ask for. */
    public static final String OTHER_CHANNEL = "channel other";

    private static final List<String> REPLACING =
            List.of("respond-within", "resolve-within", "window", "charge", EXCLUDE);

    /** The part of a term of which it is open whether it applies, because the severity is absent. */
    public static final String OPEN = "open";

    /** The part of a quota that cannot be counted, because the request leaves out a fact that the count needs. */
    public static final String UNCOUNTED = "quota uncounted";

    /** The part of a channel that no rule states, and that the question asks for. */
    public static final String ASKED_CHANNEL = "channel asked";

    /** Keeps copies. */
    public OwnTerms {
        terms = List.copyOf(terms);
        parts = Set.copyOf(parts);
    }

    /** Whether a contract has a term on the service that a request asks about, whether or not it applies to the question. */
    public static boolean areIn(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        List<AgreedTerm> terms = contract == null ? null : contract.terms();
        String service = request.question().service();
        return terms != null && terms.stream().anyMatch(term -> term.service().equals(service));
    }

    /**
     * Reads the own terms of a request.
     *
     * @param releases the releases that are compared; one that refuses the request does not count. If a question without severity gets different
     *     ones from the service, it is open which terms apply
     * @param at the instant of the request
     * @param stated the channels that rules state
     */
    public static OwnTerms of(
            DecisionRequest request, List<ProgrammeRelease> releases, Instant at, Set<String> stated) {
        if (!areIn(request)) {
            return NONE;
        }
        List<OwnTerms> read = releases.stream()
                .map(release -> resolved(request, release, at))
                .flatMap(Stream::ofNullable)
                .map(question -> of(question, stated))
                .distinct()
                .toList();
        return read.isEmpty()
                ? NONE
                : read.size() == 1 ? read.get(0) : new OwnTerms(read.get(0).terms(), Set.of(OPEN));
    }

    private static @Nullable ResolvedRequest resolved(DecisionRequest request, ProgrammeRelease release, Instant at) {
        try {
            return RequestCheck.check(request, release, at);
        } catch (RequestRefused e) {
            return null;
        }
    }

    private static OwnTerms of(ResolvedRequest question, Set<String> stated) {
        List<AgreedTerm> terms = AgreedTerms.applying(question);
        Set<String> parts = new TreeSet<>();
        for (AgreedTerm term : terms) {
            boolean open = AgreedTerms.dependsOnSeverity(term, terms, question);
            parts.add(open ? OPEN : part(term, question, stated));
        }
        return new OwnTerms(terms, parts.contains(EXCLUDE) ? Set.of(EXCLUDE) : parts);
    }

    private static String part(AgreedTerm term, ResolvedRequest question, Set<String> stated) {
        return switch (term.effect()) {
            case "respond-within", "resolve-within" -> term.effect() + (hasClock(term) ? " clock" : "");
            case "quota" -> quota(term, question);
            case "channel" -> channel(Objects.requireNonNull(term.channel()), question, stated);
            default -> term.effect();
        };
    }

    /** Whether a target time needs no hours of the document: it names its own, or is not counted in working time. */
    private static boolean hasClock(AgreedTerm term) {
        return term.window() != null
                || !Objects.requireNonNull(term.target()).unit().startsWith("working");
    }

    private static String channel(String id, ResolvedRequest question, Set<String> stated) {
        if (stated.contains(id)) {
            return "channel " + id;
        }
        return id.equals(question.request().question().channel()) ? ASKED_CHANNEL : OTHER_CHANNEL;
    }

    private static String quota(AgreedTerm term, ResolvedRequest question) {
        LocalDate start = question.request().subscription().serviceStart();
        boolean yearly = term.per() == null || term.per().equals("service-year");
        List<Usage> usage = question.request().subscription().usage();
        if (yearly && start == null) {
            return UNCOUNTED;
        }
        boolean times = "time".equals(term.unit());
        if (usage == null) {
            return state(term, BigDecimal.ZERO, question, times).equals(ENOUGH) ? UNKNOWN : UNCOUNTED;
        }
        LocalDate from = "pack".equals(term.per()) ? null : from(start, question.day(), yearly);
        List<Usage> counted = usage.stream()
                .filter(entry -> entry.service().equals(question.service()))
                .filter(entry -> from == null || !entry.date().isBefore(from))
                .toList();
        if (!times && counted.stream().anyMatch(entry -> entry.personDays() == null)) {
            return UNCOUNTED;
        }
        BigDecimal used = counted.stream()
                .map(entry ->
                        times ? BigDecimal.valueOf(entry.timesOrOnce()) : Objects.requireNonNull(entry.personDays()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return state(term, used, question, times);
    }

    private static String state(AgreedTerm term, BigDecimal used, ResolvedRequest question, boolean times) {
        BigDecimal days = question.request().question().personDays();
        BigDecimal wanted = times
                ? BigDecimal.valueOf(question.request().question().quantityOrOnce())
                : days == null ? BigDecimal.ZERO : days;
        BigDecimal left = Objects.requireNonNull(term.limit()).subtract(used);
        return left.signum() <= 0 ? EXHAUSTED : left.compareTo(wanted) < 0 ? INSUFFICIENT : ENOUGH;
    }

    private static @Nullable LocalDate from(@Nullable LocalDate start, LocalDate day, boolean yearly) {
        return start == null || !yearly || day.isBefore(start)
                ? start
                : ServiceYears.firstDay(start, ServiceYears.yearOf(start, day));
    }

    /** Whether one of the parts is of a quota that is compared with what was used. */
    public static boolean countsUsage(Set<String> parts) {
        return Stream.of(ENOUGH, INSUFFICIENT, EXHAUSTED).anyMatch(parts::contains);
    }

    /** Parts as one text. */
    public static String text(Set<String> parts) {
        return String.join(" + ", new TreeSet<>(parts));
    }

    /** The parts of a text. */
    public static Set<String> parts(String text) {
        return text.isEmpty()
                ? Set.of()
                : new TreeSet<>(Stream.of(text.split(" \\+ ", -1)).toList());
    }

    /**
     * The parts that may change an outcome. The others state a part of a positive answer and, where no rule asks about them, nothing else; an
     * exclusion leaves nothing to change.
     *
     * @param isAsked whether a rule asks about terms with an effect
     */
    public static Set<String> ofOutcome(Set<String> parts, Predicate<String> isAsked) {
        return parts.stream()
                .filter(part -> {
                    String effect = part.split(" ", 2)[0];
                    return !REPLACING.contains(effect) || isAsked.test(effect);
                })
                .collect(Collectors.toSet());
    }

    /** Whether a part is of an effect. */
    public boolean has(String effect) {
        return parts.stream().anyMatch(part -> part.equals(effect) || part.startsWith(effect + " "));
    }

    /** Whether the contract agrees a time, or the hours by which times are counted. */
    public boolean haveTimes() {
        return has("respond-within") || has("resolve-within") || has("window");
    }

    /** Whether the contract excludes the service. */
    boolean isExcluded() {
        return parts.contains(EXCLUDE);
    }
}
