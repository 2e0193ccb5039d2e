package io.quanyi.authzen;

import io.quanyi.catalogue.Catalogue.Plan;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vocabulary of entitlements: a subscription, or a plan alone, uses or buys a service. Ids of plans and services are not looked up here:
 * the release that decides refuses those that it does not know.
 *
 * @param directory the subscriptions that are known by their ids
 */
public record EntitlementVocabulary(SubscriptionDirectory directory) implements Vocabulary {

    static final String SUBSCRIPTION = "subscription";
    static final String PLAN = "plan";
    static final String SERVICE = "service";
    static final String USE = "use";
    static final String BUY = "buy";

    @Override
    public Optional<Meaning> subject(Entity subject) {
        return switch (subject.type()) {
            case SUBSCRIPTION -> subscription(subject);
            case PLAN -> Optional.of(Meaning.ofId("plan", subject.id()));
            default -> Optional.empty();
        };
    }

    /** A subscription that is not in the directory is one if the question states its plan, or there is no directory to look it up in. */
    private Optional<Meaning> subscription(Entity subject) {
        var known = directory.members(subject.id());
        if (known.isEmpty() && !directory.isEmpty() && !subject.properties().containsKey("plan")) {
            return Optional.empty();
        }
        return Optional.of(
                new Meaning(Meaning.ofId("customerId", subject.id()).stated(), known.orElse(Map.of()), Set.of()));
    }

    @Override
    public Optional<Meaning> resource(Entity resource) {
        return resource.type().equals(SERVICE) ? Optional.of(Meaning.ofId("service", resource.id())) : Optional.empty();
    }

    @Override
    public Optional<Meaning> action(Entity action) {
        return actions().contains(action.id()) ? Optional.of(Meaning.none()) : Optional.empty();
    }

    @Override
    public Result permitting(Entity action) {
        return action.id().equals(BUY) ? Result.PAYABLE : Result.ENTITLED;
    }

    @Override
    public List<String> subjects(String type, ProgrammeRelease release) {
        return switch (type) {
            case SUBSCRIPTION -> directory.ids();
            case PLAN -> release.catalogue().plans().stream().map(Plan::id).toList();
            default -> List.of();
        };
    }

    @Override
    public List<String> resources(String type, ProgrammeRelease release) {
        return type.equals(SERVICE) ? List.copyOf(release.catalogue().services().keySet()) : List.of();
    }

    @Override
    public List<String> actions() {
        return List.of(USE, BUY);
    }

    @Override
    public String revision() {
        return directory.revision();
    }
}
