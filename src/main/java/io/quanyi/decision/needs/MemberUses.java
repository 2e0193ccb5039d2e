package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.release.RuleOutline.Reading;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.facts.Channel;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Language;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Period;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The uses of the members of a request by one service: the tests of its rules, and the comparisons with the terms that its rules state or a
 * contract may agree.
 */
final class MemberUses {

    private final ProgrammeRelease release;
    private final Catalogue.Service service;
    private final Set<MemberUse> uses = new LinkedHashSet<>();
    private Set<String> everyWay = Set.of();
    private boolean granted;
    private @Nullable RuleInfo rule;
    private @Nullable String effect;

    private MemberUses(ProgrammeRelease release, Catalogue.Service service) {
        this.release = release;
        this.service = service;
    }

    /**
     * The uses by a service.
     *
     * @throws NullPointerException if the programme does not have the service
     */
    static List<MemberUse> of(ProgrammeRelease release, String service) {
        MemberUses uses = new MemberUses(
                release, Objects.requireNonNull(release.catalogue().services().get(service), service));
        Stream.of("/programme", "/subscription/plan", "/question/service")
                .map(MemberUse::required)
                .forEach(uses.uses::add);
        uses.add("/question/at", Absence.DEFAULT);
        List<RuleOutline> rules = release.policy().outlines(service);
        uses.everyWay = withEveryWay(rules);
        uses.granted = rules.stream().anyMatch(outline -> outline.states(Granted.class));
        rules.forEach(uses::addRule);
        uses.addContract();
        return uses.uses.stream().filter(uses::hasValues).toList();
    }

    /** Whether the programme has ids that the member may hold, if it holds ids: others are ignored, or refused. */
    private boolean hasValues(MemberUse use) {
        return RequestMembers.domain(release.catalogue(), use.pointer()) == null
                || !RequestMembers.own(release.catalogue(), use.pointer(), service.id())
                        .isEmpty();
    }

    private void addRule(RuleOutline outline) {
        rule = outline.rule();
        outline.looks().forEach(this::addLook);
        outline.statements().forEach(statement -> addStatement(statement, outline));
        rule = null;
    }

    private void addLook(Look look) {
        Class<? extends Fact> fact = look.fact();
        if (fact == Plan.class) {
            add("/subscription/plan", Absence.REQUIRED);
        } else if (fact == Purchase.class) {
            add("/subscription/specialServices", Absence.DEFAULT);
        } else if (fact == ContractTerm.class) {
            add("/subscription/contract/terms", Absence.DEFAULT);
        } else if (fact == FreeRemoteSupport.class) {
            add("/subscription/freeRemoteSupportLimit", Absence.DEFAULT);
        } else if (fact == Opening.class) {
            add("/subscription/product", Absence.UNKNOWN);
        } else {
            Stream.concat(look.tests().stream().map(RuleOutline.Test::reading), look.values().stream())
                    .forEach(field -> addField(fact, field));
        }
    }

    private void addField(Class<? extends Fact> fact, Reading field) {
        AbsentFact absent = field.absent();
        if (absent == null) {
            add("/question/quantity", Absence.DEFAULT);
            return;
        }
        add(absent.pointer(), absent);
        boolean inPeriod = fact == Period.class && field.field().equals("state");
        if (inPeriod || fact == FirstTerm.class) {
            add("/subscription/serviceStart", absent);
        }
    }

    /** A term that permits everything is compared with nothing: all ways of delivery, or the language of the place. */
    private void addStatement(Statement statement, RuleOutline outline) {
        boolean anyWay = statement.type() == Delivery.class && everyWay.contains(outline.condition());
        boolean anyLanguage = statement.outcome() instanceof Language language
                && language.id().equals("local");
        if (!anyWay && !anyLanguage) {
            addTerm(statement.type(), statement.members());
        }
    }

    /** The conditions under which rules state all ways of delivery. */
    private static Set<String> withEveryWay(List<RuleOutline> rules) {
        Map<String, Set<Object>> ways = rules.stream()
                .collect(Collectors.groupingBy(
                        RuleOutline::condition,
                        Collectors.flatMapping(
                                outline -> outline.statements().stream()
                                        .map(Statement::outcome)
                                        .filter(Delivery.class::isInstance),
                                Collectors.toSet())));
        int all = Objects.requireNonNull(Domain.DELIVERY.fixed()).size();
        ways.values().removeIf(stated -> stated.size() < all);
        return ways.keySet();
    }

    /** A channel or a way of delivery that is not offered takes back the grant of a rule, but not that of a contract. */
    private void addTerm(Class<? extends Outcome> type, Map<String, Object> members) {
        if (granted || (type != Channel.class && type != Delivery.class)) {
            TermMembers.of(type, members, release.catalogue()).forEach(this::add);
        }
    }

    /** The terms that a contract may have about any service. */
    private void addContract() {
        add("/subscription/contract/terms", Absence.DEFAULT);
        Map.of(
                        "respond-within", Response.class,
                        "resolve-within", Resolution.class,
                        "quota", Quota.class,
                        "window", Hours.class,
                        "channel", Channel.class)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(agreed -> {
                    effect = agreed.getKey();
                    addTerm(agreed.getValue(), Map.of());
                });
        for (String ofSeverity : List.of("exclude", "grant", "resolve-within", "respond-within")) {
            effect = ofSeverity;
            add("/question/severity", Absence.UNKNOWN);
        }
        effect = null;
    }

    private void add(String pointer, AbsentFact absent) {
        Absence absence = switch (absent.meaning()) {
            case UNKNOWN -> Absence.UNKNOWN;
            case ASSUMED -> Absence.PRESUMED;
            case NOT_ASKED -> Absence.NOT_ASKED;
        };
        uses.add(new MemberUse(pointer, own(pointer, absence), absent.condition(), rule, effect));
    }

    private void add(String pointer, Absence absence) {
        uses.add(new MemberUse(pointer, own(pointer, absence), "", rule, effect));
    }

    /** The severity of a service that has one of its own is known. */
    private Absence own(String pointer, Absence absence) {
        return pointer.equals("/question/severity") && service.severity() != null ? Absence.DEFAULT : absence;
    }
}
