package io.quanyi.coverage;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Term;
import io.quanyi.decision.Decision;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.facts.Opening;
import io.quanyi.source.Position;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries of the catalogue; other names and what belongs to sibling programmes are none of their own. */
final class CataloguePart implements Part {

    private final Catalogue catalogue;
    private final Position file;

    CataloguePart(ProgrammeRelease release) {
        catalogue = release.catalogue();
        file = Position.of(release.programme().id() + "/catalogue/" + catalogue.version() + ".yaml");
    }

    @Override
    public Map<Thing, Position> things() {
        Map<Thing, Position> things = new LinkedHashMap<>();
        put(things, Kind.PLAN, catalogue.plans(), Catalogue.Plan::id);
        put(things, Kind.PRODUCT, catalogue.products(), Catalogue.Product::id);
        put(things, Kind.DEPLOYMENT, catalogue.deployments(), id -> id);
        put(things, Kind.SERVICE, catalogue.services().keySet(), id -> id);
        catalogue
                .services()
                .values()
                .forEach(service -> put(
                        things, Kind.ACTIVITY, service.activities(), activity -> both(service.id(), activity.id())));
        put(things, Kind.CHANNEL, catalogue.channels().keySet(), id -> id);
        put(things, Kind.TOPIC, catalogue.topics(), Term::id);
        put(things, Kind.SEVERITY, catalogue.severities(), Term::id);
        put(things, Kind.WINDOW, catalogue.windows().keySet(), id -> id);
        put(things, Kind.OPENING, catalogue.openings(), opening -> both(opening.service(), opening.product()));
        return things;
    }

    private <T> void put(Map<Thing, Position> things, Kind kind, Collection<T> entries, Function<T, String> id) {
        entries.forEach(entry -> things.put(Thing.of(kind, id.apply(entry)), file));
    }

    private static String both(String service, String id) {
        return service + " " + id;
    }

    @Override
    public Set<Thing> touched(Ran ran) {
        Names names = new Names();
        names.asked(ran.facts());
        List<String> bought = ran.request().subscription().specialServices();
        if (bought != null) {
            bought.forEach(service -> names.add(Kind.SERVICE, service));
        }
        if (ran.decision() != null) {
            names.answered(ran.decision());
        }
        return names.named;
    }

    /** What a question and its answer name. */
    private static final class Names {

        private final Set<Thing> named = new HashSet<>();

        void add(Kind kind, @Nullable String id) {
            if (id != null) {
                named.add(Thing.of(kind, id));
            }
        }

        void asked(QuestionFacts facts) {
            String service = facts.question().service();
            String activity = facts.question().activity();
            add(Kind.PLAN, facts.plan().id());
            add(Kind.PRODUCT, facts.product().id());
            add(Kind.DEPLOYMENT, facts.deployment().value());
            add(Kind.SERVICE, service);
            add(Kind.ACTIVITY, activity == null ? null : both(service, activity));
            add(Kind.CHANNEL, facts.question().channel());
            add(Kind.TOPIC, facts.question().topic());
            add(Kind.SEVERITY, facts.question().severity());
            if (facts.listed().contains(new Opening(service))) {
                add(Kind.OPENING, both(service, String.valueOf(facts.product().id())));
            }
        }

        void answered(Decision decision) {
            add(Kind.PLAN, decision.grantedByPlan());
            add(
                    Kind.WINDOW,
                    decision.window() == null ? null : decision.window().id());
            promised(decision.response());
            promised(decision.resolution());
            decision.route().channels().forEach(channel -> add(Kind.CHANNEL, channel.id()));
        }

        private void promised(Decision.@Nullable Promise promise) {
            add(Kind.WINDOW, promise == null ? null : promise.window());
        }
    }
}
