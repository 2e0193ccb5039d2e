package io.quanyi.decision.advice;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.EachState;
import io.quanyi.decision.answer.Decision.QuotaState;
import io.quanyi.decision.answer.Decision.RouteChannel;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The single changes to try on a denied request, the cheapest first: services that are bought already, changes without a price,
 * higher plans, purchases.
 */
final class RequestChanges {

    /** The last year that a request may ask about. */
    private static final int LAST_YEAR = 2199;

    private final Decision refusal;
    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final ChangeTrials trials;
    private final List<RequestChange> changes = new ArrayList<>();

    private RequestChanges(Decision refusal, ChangeTrials trials) {
        this.refusal = refusal;
        this.trials = trials;
        this.request = trials.question().request();
        this.release = trials.question().release();
    }

    /** @param trials decides by which channels the service is offered */
    static List<RequestChange> of(Decision refusal, ChangeTrials trials) {
        Catalogue.Service service =
                trials.question().release().catalogue().services().get(refusal.service());
        return service == null ? List.of() : new RequestChanges(refusal, trials).all(service);
    }

    private List<RequestChange> all(Catalogue.Service service) {
        service.beyond().stream().filter(this::isBought).forEach(this::useBought);
        otherChannel();
        less();
        later();
        if (service.special() && !isBought(service.id())) {
            buy(service.id());
        }
        higherPlans();
        service.beyond().stream().filter(other -> !isBought(other)).forEach(this::buyInstead);
        return changes;
    }

    /** Adds a change to each channel by which the service is offered. */
    private void otherChannel() {
        if (request.question().channel() == null) {
            return;
        }
        Decision offered =
                trials.decide(RequestBuilder.from(request).channel(null).request());
        if (offered != null) {
            for (RouteChannel channel : offered.route().channels()) {
                changes.add(new RequestChange(
                        "use-channel", to -> to.channel(channel.id()), new Setting("/question/channel", channel.id())));
            }
        }
    }

    /** Adds a change to the amount that is left. */
    private void less() {
        QuotaState quota = refusal.quota();
        if (quota == null || quota.remaining().signum() == 0) {
            return;
        }
        less(quota.remaining(), quota.unit());
        EachState each = quota.each();
        if (each != null) {
            int uses = each.unit().equals("time") ? 1 : request.question().quantityOrOnce();
            less(each.limit().multiply(BigDecimal.valueOf(uses)), each.unit());
        }
    }

    private void less(BigDecimal amount, String unit) {
        BigDecimal days = request.question().personDays();
        if (unit.equals("person-day") && days != null && amount.compareTo(days) < 0) {
            changes.add(new RequestChange(
                    "ask-less", to -> to.personDays(amount), new Setting("/question/personDays", amount)));
        }
        int left = amount.intValue();
        if (!unit.equals("person-day") && left < request.question().quantityOrOnce()) {
            changes.add(
                    new RequestChange("ask-less", to -> to.quantity(left), new Setting("/question/quantity", left)));
        }
    }

    /** Adds changes to a later day: the next span of the quota, the start of the service, the start that the lead time permits. */
    private void later() {
        LocalDate last = refusal.quota() == null ? null : refusal.quota().to();
        if (last != null) {
            askOn(last.plusDays(1));
        }
        LocalDate start = request.subscription().serviceStart();
        if (start != null
                && start.atStartOfDay(release.programme().zone())
                        .toInstant()
                        .isAfter(trials.question().at())) {
            askOn(start);
        }
        if (refusal.leadTime() != null) {
            LocalDate earliest = refusal.leadTime().earliestStart();
            changes.add(new RequestChange(
                    "start-later",
                    to -> to.requestedStart(earliest),
                    new Setting("/question/requestedStart", earliest)));
        }
    }

    /** Adds the change to a later day; none for a case that runs already. */
    private void askOn(LocalDate day) {
        if (day.getYear() > LAST_YEAR || request.question().runningCase() != null) {
            return;
        }
        OffsetDateTime then = day.atStartOfDay(release.programme().zone()).toOffsetDateTime();
        changes.add(new RequestChange("ask-later", to -> to.at(then), new Setting("/question/at", then)));
    }

    private void higherPlans() {
        List<String> plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
        for (String plan : plans.subList(plans.indexOf(refusal.plan()) + 1, plans.size())) {
            changes.add(new RequestChange("choose-plan", to -> to.plan(plan), new Setting("/subscription/plan", plan)));
        }
    }

    private boolean isBought(String service) {
        List<String> bought = request.subscription().specialServices();
        return bought != null && bought.contains(service);
    }

    private void useBought(String service) {
        changes.add(new RequestChange(
                "use-bought-service", to -> to.service(service), new Setting("/question/service", service)));
    }

    private void buy(String service) {
        changes.add(new RequestChange(
                "buy-special-service", to -> to.specialServices(bought(to, service)), bought(service)));
    }

    private void buyInstead(String service) {
        changes.add(new RequestChange(
                "buy-special-service",
                to -> to.specialServices(bought(to, service)).service(service),
                bought(service),
                new Setting("/question/service", service)));
    }

    private Setting bought(String service) {
        return new Setting("/subscription/specialServices", bought(RequestBuilder.from(request), service));
    }

    /** The special services of a request with one more. */
    private static List<String> bought(RequestBuilder request, String service) {
        List<String> bought = request.subscription().specialServices();
        return Stream.concat(bought == null ? Stream.empty() : bought.stream(), Stream.of(service))
                .distinct()
                .toList();
    }
}
