package io.quanyi.coverage;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Term;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
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

/** Lists the entries of a catalogue that cases can cover, and those that a case covers. Aliases and entries of sibling programmes are no items. */
final class CatalogueItems implements CoverageSource {

    private final Catalogue catalogue;
    private final Position file;

    CatalogueItems(ProgrammeRelease release) {
        catalogue = release.catalogue();
        file = Position.of(release.programme().id() + "/catalogue/" + catalogue.version() + ".yaml");
    }

    @Override
    public Map<CoverageItem, Position> items() {
        Map<CoverageItem, Position> items = new LinkedHashMap<>();
        put(items, ItemKind.PLAN, catalogue.plans(), Catalogue.Plan::id);
        put(items, ItemKind.PRODUCT, catalogue.products(), Catalogue.Product::id);
        put(items, ItemKind.DEPLOYMENT, catalogue.deployments(), id -> id);
        put(items, ItemKind.SERVICE, catalogue.services().keySet(), id -> id);
        catalogue
                .services()
                .values()
                .forEach(service -> put(
                        items, ItemKind.ACTIVITY, service.activities(), activity -> both(service.id(), activity.id())));
        put(items, ItemKind.CHANNEL, catalogue.channels().keySet(), id -> id);
        put(items, ItemKind.TOPIC, catalogue.topics(), Term::id);
        put(items, ItemKind.SEVERITY, catalogue.severities(), Term::id);
        put(items, ItemKind.MEASURE, catalogue.measures().keySet(), id -> id);
        put(items, ItemKind.WINDOW, catalogue.windows().keySet(), id -> id);
        put(items, ItemKind.OPENING, catalogue.openings(), opening -> both(opening.service(), opening.product()));
        return items;
    }

    private <T> void put(
            Map<CoverageItem, Position> items, ItemKind kind, Collection<T> entries, Function<T, String> id) {
        entries.forEach(entry -> items.put(CoverageItem.of(kind, id.apply(entry)), file));
    }

    private static String both(String service, String id) {
        return service + " " + id;
    }

    @Override
    public Set<CoverageItem> covered(ExecutedCase executed) {
        NamedItems names = new NamedItems();
        names.addRequest(executed.facts());
        List<String> bought = executed.request().subscription().specialServices();
        if (bought != null) {
            bought.forEach(service -> names.add(ItemKind.SERVICE, service));
        }
        if (executed.decision() != null) {
            names.addAnswer(executed.decision());
        }
        return names.named;
    }

    /** The items that a request and its answer name. */
    private static final class NamedItems {

        private final Set<CoverageItem> named = new HashSet<>();

        void add(ItemKind kind, @Nullable String id) {
            if (id != null) {
                named.add(CoverageItem.of(kind, id));
            }
        }

        void addRequest(QuestionFacts facts) {
            String service = facts.question().service();
            String activity = facts.question().activity();
            add(ItemKind.PLAN, facts.plan().id());
            add(ItemKind.PRODUCT, facts.product().id());
            add(ItemKind.DEPLOYMENT, facts.deployment().value());
            add(ItemKind.SERVICE, service);
            add(ItemKind.ACTIVITY, activity == null ? null : both(service, activity));
            add(ItemKind.CHANNEL, facts.question().channel());
            add(ItemKind.TOPIC, facts.question().topic());
            add(ItemKind.SEVERITY, facts.question().severity());
            facts.measure().values().keySet().forEach(id -> add(ItemKind.MEASURE, id));
            if (facts.listed().contains(new Opening(service))) {
                add(
                        ItemKind.OPENING,
                        both(service, String.valueOf(facts.product().id())));
            }
        }

        void addAnswer(Decision decision) {
            add(ItemKind.PLAN, decision.grantedByPlan());
            add(
                    ItemKind.WINDOW,
                    decision.window() == null ? null : decision.window().id());
            addPromise(decision.response());
            addPromise(decision.resolution());
            decision.route().channels().forEach(channel -> add(ItemKind.CHANNEL, channel.id()));
        }

        private void addPromise(Decision.@Nullable Promise promise) {
            add(ItemKind.WINDOW, promise == null ? null : promise.window());
        }
    }
}
