package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Domain;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.impact.usage.LimitComparison;
import io.quanyi.impact.value.ComparedRules;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the parts of a value signature on which answers depend directly: what limits, channels and ways of delivery are compared with in
 * code, not by rules.
 */
final class AnswerSignatures {

    private AnswerSignatures() {}

    static String usage(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        return String.join(", ", new LimitComparison(comparison.usageLimits(release)).words(request));
    }

    static String leadTime(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        var start = request.question().requestedStart();
        if (!comparison.rules().states(LeadTime.class)) {
            return "";
        }
        if (start == null) {
            return "absent";
        }
        long days = ChronoUnit.DAYS.between(comparison.at().toLocalDate(), start);
        return comparison.rules().stated(LeadTime.class).stream()
                .map(lead -> String.valueOf(days < lead.days()))
                .collect(Collectors.joining(" "));
    }

    /**
     * How a channel is held against those that are offered. One that is offered in any case is answered as if none were named, and so is every
     * channel of the programme where neither rules nor terms of the contract state one.
     */
    static String channel(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String channel = request.question().channel();
        if (channel == null
                || always(comparison, release, Channel.class, Channel::id).anyMatch(channel::equals)) {
            return "";
        }
        boolean elsewhere = release.catalogue().isElsewhere(Domain.CHANNEL, channel);
        Set<String> stated = comparison.statedChannels();
        return stated.isEmpty() && !elsewhere && !comparison.asksAboutTerms()
                ? ""
                : elsewhere + offered(!stated.isEmpty(), stated.stream(), channel);
    }

    /** How a way of delivery is held against those that are offered; one that is offered in any case is answered as if none were named. */
    static String delivery(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String delivery = request.question().delivery();
        return delivery == null
                        || always(comparison, release, Delivery.class, Delivery::mode)
                                .anyMatch(delivery::equals)
                ? ""
                : offered(
                        comparison.rules().states(Delivery.class),
                        comparison.rules().stated(Delivery.class).stream().map(Delivery::mode),
                        delivery);
    }

    /** The ids of outcomes of a type that rules of a release state for every request about the service. */
    private static <T extends Outcome> Stream<String> always(
            ServiceComparison comparison, ProgrammeRelease release, Class<T> type, Function<T, String> id) {
        List<RuleOutline> always = comparison.rules(release).stream()
                .filter(RuleOutline::asksOnlyForService)
                .filter(rule ->
                        rule.looks().stream().allMatch(look -> look.values().isEmpty()))
                .toList();
        return new ComparedRules(always).stated(type).stream().map(id);
    }

    private static String offered(boolean any, Stream<String> offered, String asked) {
        return !any ? "" : offered.anyMatch(asked::equals) ? " " + asked : " other";
    }

    /** Activities on a group of users are compared with the group limit; other activities are not. */
    static String activity(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String activity = request.question().activity();
        return !comparison.rules().states(GroupLimit.class) || activity == null
                ? ""
                : groupActivity(release, comparison.service(), activity);
    }

    private static String groupActivity(ProgrammeRelease release, String service, String activity) {
        Catalogue.Service known = release.catalogue().services().get(service);
        boolean ofService = known != null
                && known.activities().stream().anyMatch(one -> one.id().equals(activity));
        if (!ofService) {
            return "";
        }
        return activity.equals("create-group") || activity.equals("add-members") ? activity : "other";
    }

    static String effects(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        Contract contract = request.subscription().contract();
        @Nullable List<AgreedTerm> terms = contract == null ? null : contract.terms();
        if (terms == null) {
            return "";
        }
        return comparison.isSurvey()
                ? terms.stream().map(AgreedTerm::effect).collect(Collectors.joining(" "))
                : terms + (request.subscription().usage() == null ? "" : " counted");
    }
}
