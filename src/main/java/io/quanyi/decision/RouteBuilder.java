package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.Decision.Route;
import io.quanyi.decision.answer.Decision.RouteChannel;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Channel;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Language;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the route of a decision: the channels of the service and its provider. */
final class RouteBuilder {

    /** The route of a denied service. */
    static final Route NONE = new Route(List.of(), null, null, null, List.of(), List.of(), null);

    private final ProgrammeRelease release;
    private final Combination combined;
    private final ServiceTimes timing;
    private final DecisionBasis provenance;

    RouteBuilder(ProgrammeRelease release, Combination combined, ServiceTimes timing, DecisionBasis provenance) {
        this.release = release;
        this.combined = combined;
        this.timing = timing;
        this.provenance = provenance;
    }

    /** The route. Channels without hours of their own are open in the window of the service. */
    Route route(@Nullable WindowState window) {
        List<String> deliverers = values("/route/deliverers", DeliveredBy.class, DeliveredBy::id);
        return new Route(
                channels(window),
                single("/route/seat", Seat.class, Seat::id),
                single("/route/priority", Priority.class, Priority::id),
                deliverers.size() == 1 ? deliverers.get(0) : null,
                deliverers,
                values("/route/delivery", Delivery.class, Delivery::mode),
                single("/route/language", Language.class, Language::id));
    }

    private List<RouteChannel> channels(@Nullable WindowState window) {
        Map<String, RouteChannel> channels = new LinkedHashMap<>();
        for (Stated<Channel> stated : combined.all(Channel.class)) {
            RuleInfo rule = stated.rule();
            String id = stated.term().id();
            Catalogue.Channel channel =
                    Objects.requireNonNull(release.catalogue().channels().get(id), id);
            Boolean open =
                    channel.window() != null ? timing.isOpen(channel.window()) : window == null ? null : window.open();
            channels.putIfAbsent(
                    id,
                    new RouteChannel(
                            id,
                            channel.contact(),
                            open,
                            provenance.rule(rule),
                            provenance.clause(rule),
                            provenance.quote(rule)));
        }
        return List.copyOf(channels.values());
    }

    private <T extends Term.Single> @Nullable String single(String pointer, Class<T> type, Function<T, String> value) {
        Stated<T> stated = combined.nearest(type);
        if (stated == null) {
            return null;
        }
        provenance.value(pointer, stated.rule());
        return value.apply(stated.term());
    }

    private <T extends Term.Collected> List<String> values(String pointer, Class<T> type, Function<T, String> value) {
        List<String> values = new ArrayList<>();
        for (Stated<T> stated : combined.all(type)) {
            String one = value.apply(stated.term());
            if (!values.contains(one)) {
                values.add(one);
            }
            provenance.value(pointer + "/" + values.indexOf(one), stated.rule());
        }
        return List.copyOf(values);
    }
}
