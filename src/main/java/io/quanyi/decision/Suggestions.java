package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.Decision.Setting;
import io.quanyi.decision.Decision.Suggestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for small changes that turn a refusal into a yes, or a closed service into an open one. Each is decided before it is suggested; at most three are. */
final class Suggestions {

    private static final int MOST = 3;

    private final Decision decision;
    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final Instant at;
    private final List<Suggestion> found = new ArrayList<>();

    private Suggestions(Decision decision, DecisionRequest request, ProgrammeRelease release, Instant at) {
        this.decision = decision;
        this.request = request;
        this.release = release;
        this.at = at;
    }

    static List<Suggestion> of(Decision decision, DecisionRequest request, ProgrammeRelease release, Instant at) {
        Catalogue.Service service = release.catalogue().services().get(decision.service());
        if (service == null || decision.outcome() == Result.UNDETERMINED) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions(decision, request, release, at);
        return decision.outcome() == Result.ENTITLED ? suggestions.whileClosed(service) : suggestions.search(service);
    }

    /** Where to turn while the service is closed: the first of those that the catalogue names which is granted and open. */
    private List<Suggestion> whileClosed(Catalogue.Service service) {
        if (decision.window() != null && Boolean.FALSE.equals(decision.window().open())) {
            for (String other : service.instead()) {
                DecisionRequest changed = Variations.withService(request, other);
                Decision then = decide(changed, at);
                boolean open = then != null
                        && then.window() != null
                        && Boolean.TRUE.equals(then.window().open());
                if (open && tryOut("ask-open-service", changed, at, new Setting("/question/service", other))) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Suggestion> search(Catalogue.Service service) {
        if (service.special()) {
            buy(service.id());
        } else {
            higherPlan();
        }
        otherChannel();
        service.beyond().forEach(this::buyInstead);
        nextServiceYear();
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    /** The lowest plan above the customer's that gives it. */
    private void higherPlan() {
        List<String> plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
        for (String plan : plans.subList(plans.indexOf(decision.plan()) + 1, plans.size())) {
            DecisionRequest changed = Variations.withPlan(request, plan);
            if (tryOut("choose-plan", changed, at, new Setting("/subscription/plan", plan))) {
                return;
            }
        }
    }

    private void buy(String service) {
        DecisionRequest changed = Variations.withSpecialService(request, service);
        tryOut("buy-special-service", changed, at, bought(changed));
    }

    private void buyInstead(String service) {
        DecisionRequest changed = Variations.withService(Variations.withSpecialService(request, service), service);
        tryOut("buy-special-service", changed, at, bought(changed), new Setting("/question/service", service));
    }

    private static Setting bought(DecisionRequest changed) {
        List<String> services = changed.subscription().specialServices();
        return new Setting("/subscription/specialServices", services == null ? List.of() : services);
    }

    /** The same service by the ways it is offered; the first of them. */
    private void otherChannel() {
        if (request.question().channel() != null) {
            DecisionRequest open = Variations.withChannel(request, null);
            Decision offered = decide(open, at);
            if (offered != null && offered.outcome() == Result.ENTITLED && !offered.route().channels().isEmpty()) {
                String channel = offered.route().channels().get(0).id();
                tryOut("use-channel", Variations.withChannel(request, channel), at, new Setting("/question/channel", channel));
            }
        }
    }

    /** A used-up quota starts anew with the next service year. */
    private void nextServiceYear() {
        LocalDate last = decision.quota() == null ? null : decision.quota().to();
        if (last != null) {
            OffsetDateTime next =
                    last.plusDays(1).atStartOfDay(release.programme().zone()).toOffsetDateTime();
            DecisionRequest changed = Variations.withInstant(request, next);
            tryOut("ask-later", changed, next.toInstant(), new Setting("/question/at", next));
        }
    }

    private boolean tryOut(String code, DecisionRequest changed, Instant when, Setting... settings) {
        Decision then = decide(changed, when);
        if (then == null || then.outcome() != Result.ENTITLED) {
            return false;
        }
        found.add(new Suggestion(code, List.of(settings), then.outcome()));
        return true;
    }

    /** What the change would bring; null where it cannot be decided. */
    private @Nullable Decision decide(DecisionRequest changed, Instant when) {
        try {
            return Decider.decideBare(changed, release, when);
        } catch (RequestRefused e) {
            return null;
        }
    }
}
