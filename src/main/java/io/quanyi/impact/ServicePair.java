package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** One service as two releases know it: all that can make a difference to an answer about it. */
final class ServicePair {

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final String service;
    private final OffsetDateTime at;
    private final IdentityHashMap<ProgrammeRelease, List<RuleOutline>> rules = new IdentityHashMap<>();
    private final boolean alone;

    /** @param at the instant that every combination is asked about, in the programme's zone */
    ServicePair(ProgrammeRelease before, ProgrammeRelease after, String service, OffsetDateTime at) {
        this.before = before;
        this.after = after;
        this.service = service;
        this.at = at;
        this.alone = before.equals(after);
        releases().forEach(release -> rules.put(release, release.policy().outlines(service)));
    }

    String service() {
        return service;
    }

    OffsetDateTime at() {
        return at;
    }

    /** The day asked about. */
    LocalDate day() {
        return at.toLocalDate();
    }

    ProgrammeRelease before() {
        return before;
    }

    ProgrammeRelease after() {
        return after;
    }

    List<ProgrammeRelease> releases() {
        return List.of(before, after);
    }

    List<RuleOutline> rules(ProgrammeRelease release) {
        return Objects.requireNonNull(rules.get(release), "one of the two");
    }

    /** A request that names nothing but what it must, and a plan that the release has. */
    Asking asking(ProgrammeRelease release) {
        return new Asking(
                release.programme().id(), release.catalogue().plans().get(0).id(), service, at);
    }

    /** Whether one release is looked at, and not compared with another. */
    boolean isAlone() {
        return alone;
    }

    /** Whether the service is one of the programme in both releases, or in neither. */
    boolean isSameService() {
        return before.catalogue().services().containsKey(service)
                == after.catalogue().services().containsKey(service);
    }

    /** Whether both ask and say the same by rules of the same ids, and have the same catalogue: then no answer can differ. */
    boolean isUntouched() {
        return before.catalogue().sellsTheSameAs(after.catalogue())
                && words(before).equals(words(after));
    }

    private Map<String, List<String>> words(ProgrammeRelease release) {
        Map<String, List<String>> words = new TreeMap<>();
        rules(release).forEach(rule -> words.put(rule.rule().id(), List.of(rule.condition(), rule.words())));
        return words;
    }

    /** The ids that a request can name, in either release's words. */
    Set<String> ids(Domain domain) {
        Set<String> ids = new LinkedHashSet<>();
        for (ProgrammeRelease release : releases()) {
            Set<String> here = release.catalogue().ids(domain);
            ids.addAll(here == null ? Set.of() : new TreeSet<>(here));
            ids.addAll(new TreeSet<>(release.catalogue().elsewhere().getOrDefault(domain, Set.of())));
        }
        return ids;
    }

    /** What both catalogues list, each thing once. */
    <T> Set<T> listed(Function<Catalogue, ? extends Stream<T>> list) {
        Set<T> listed = new LinkedHashSet<>();
        releases().forEach(release -> list.apply(release.catalogue()).forEach(listed::add));
        return listed;
    }

    /** The terms of a type that the rules of either release state. */
    <T extends Outcome> List<T> stated(Class<T> type) {
        return rules().map(RuleOutline::outcome)
                .filter(type::isInstance)
                .map(type::cast)
                .distinct()
                .toList();
    }

    /** Whether a rule of either release says something of a type. */
    boolean says(Class<? extends Outcome> type) {
        return rules().anyMatch(rule -> type.isAssignableFrom(rule.says()));
    }

    /** The members that are written in rules which say something of a type that depends on a value they look at. */
    Stream<Map<String, Object>> takes(Class<? extends Outcome> type) {
        return rules().filter(rule -> rule.outcome() == null && type.isAssignableFrom(rule.says()))
                .map(RuleOutline::members);
    }

    /** The literals that a field is held against. */
    Set<Object> literals(Class<? extends Fact> fact, String field) {
        Set<Object> literals = new LinkedHashSet<>();
        rules().flatMap(rule -> rule.looks().stream())
                .filter(look -> look.fact() == fact)
                .flatMap(look -> look.tests().stream())
                .filter(test -> test.field().equals(field))
                .forEach(test -> literals.addAll(test.literals()));
        return literals;
    }

    /** The numbers that a field is held against, the smallest first. */
    Set<BigDecimal> numbers(Class<? extends Fact> fact, String field) {
        Set<BigDecimal> numbers = new TreeSet<>();
        literals(fact, field).forEach(literal -> numbers.add(new BigDecimal(literal.toString())));
        return numbers;
    }

    /** Whether a rule reads the very value of a field. */
    boolean reads(Class<? extends Fact> fact, String field) {
        return rules().flatMap(rule -> rule.looks().stream())
                .filter(look -> look.fact() == fact)
                .flatMap(look -> look.values().stream())
                .anyMatch(value -> value.field().equals(field));
    }

    private Stream<RuleOutline> rules() {
        return releases().stream().flatMap(release -> rules(release).stream());
    }
}
