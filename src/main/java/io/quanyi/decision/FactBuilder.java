package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Branch;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Day;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Environment;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Period;
import io.quanyi.facts.Phase;
import io.quanyi.facts.Place;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Product;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.Question;
import io.quanyi.facts.Requester;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the facts of one question. All date arithmetic happens here, so that rules need none. */
final class FactBuilder {

    private static final Measure NO_MEASURES = new Measure(Map.of());

    private FactBuilder() {}

    static QuestionFacts facts(ResolvedRequest question) {
        Subscription subscription = question.request().subscription();
        Contract contract = subscription.contract();
        AskedBy requester = question.request().question().requester();
        LocalDate day = question.day();
        Catalogue.Product product = question.product();
        return new QuestionFacts(
                question(question, day),
                new Plan(question.plan()),
                product == null ? new Product(null, null) : new Product(product.id(), product.family()),
                new Deployment(subscription.deployment()),
                new Place(subscription.usageRegion()),
                new Branch(subscription.servedBy()),
                period(subscription, day),
                firstTerm(subscription, day),
                contract == null ? new Amount(null, null) : new Amount(contract.amount(), contract.currency()),
                new Day(subscription.purchasedOn(), contract == null ? null : contract.signedOn()),
                question.measures().isEmpty() ? NO_MEASURES : new Measure(question.measures()),
                requester == null
                        ? new Requester(null, null)
                        : new Requester(requester.certified(), requester.submittedBy()),
                new Environment(subscription.environmentReady(), subscription.remoteAccessAuthorised()),
                new Phase(subscription.projectPhase()),
                listed(question));
    }

    private static Question question(ResolvedRequest question, LocalDate day) {
        AskedQuestion asked = question.request().question();
        return new Question(
                asked.service(),
                asked.channel(),
                question.topic(),
                question.severity(),
                question.activity(),
                asked.delivery(),
                asked.quantityOrOnce(),
                asked.personDays(),
                leadDays(asked.requestedStart(), day));
    }

    /** The calendar days from the day of the question to the requested start; null without a requested start. */
    static @Nullable Integer leadDays(@Nullable LocalDate start, LocalDate day) {
        return start == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(day, start));
    }

    static Period period(Subscription subscription, LocalDate day) {
        LocalDate start = subscription.serviceStart();
        LocalDate end = subscription.serviceEnd();
        Integer year = start == null ? null : year(start, day);
        return new Period(state(start, end, day), year, subscription.serviceRenewed());
    }

    private static @Nullable String state(@Nullable LocalDate start, @Nullable LocalDate end, LocalDate day) {
        if (start != null && day.isBefore(start)) {
            return "before";
        }
        if (end != null && day.isAfter(end)) {
            return "after";
        }
        return start == null || end == null ? null : "within";
    }

    /** The first term. If it has not begun, the service period cannot have begun either, and its start has to be known. */
    static FirstTerm firstTerm(Subscription subscription, LocalDate day) {
        FirstPurchase first = subscription.firstPurchase();
        if (first == null || (day.isBefore(first.serviceStart()) && subscription.serviceStart() == null)) {
            return new FirstTerm(null, null);
        }
        LocalDate end = first.serviceEnd();
        Boolean over = day.isBefore(first.serviceStart()) ? Boolean.FALSE : end == null ? null : day.isAfter(end);
        return new FirstTerm(year(first.serviceStart(), day), over);
    }

    /** The number of the year that a day lies in, from 1; 0 before the start. */
    private static int year(LocalDate start, LocalDate day) {
        return day.isBefore(start) ? 0 : ServiceYears.yearOf(start, day);
    }

    private static List<Listed> listed(ResolvedRequest question) {
        List<Listed> listed = new ArrayList<>();
        String service = question.service();
        Catalogue.Product product = question.product();
        if (product != null) {
            for (Catalogue.Opening opening : question.release().catalogue().openings()) {
                if (opening.service().equals(service) && opening.product().equals(product.id())) {
                    listed.add(new Opening(service));
                }
            }
        }
        List<String> bought = question.request().subscription().specialServices();
        if (bought != null && bought.contains(service)) {
            listed.add(new Purchase(service));
        }
        listed.addAll(contractTerms(question));
        Integer freeRemoteSupports = question.request().subscription().freeRemoteSupportLimit();
        if (freeRemoteSupports != null) {
            listed.add(new FreeRemoteSupport(BigDecimal.valueOf(freeRemoteSupports)));
        }
        return listed;
    }

    /** One fact for each effect of the terms that may apply. */
    private static Collection<ContractTerm> contractTerms(ResolvedRequest question) {
        Set<ContractTerm> effects = new LinkedHashSet<>();
        for (AgreedTerm term : AgreedTerms.applying(question)) {
            effects.add(new ContractTerm(term.service(), term.effect()));
        }
        return effects;
    }
}
