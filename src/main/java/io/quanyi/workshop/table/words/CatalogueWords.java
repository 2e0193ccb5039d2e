package io.quanyi.workshop.table.words;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.KnownIds;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The ids of a release by the words that a table may use for them: the id, or its name in either language. */
public final class CatalogueWords {

    private final ProgrammeRelease release;
    private final String service;
    private final Map<Domain, Map<String, Set<String>>> words = new EnumMap<>(Domain.class);

    /** @param service the service whose activities are meant */
    public CatalogueWords(ProgrammeRelease release, String service) {
        this.release = release;
        this.service = service;
    }

    /** The ids that a word may stand for: one, several for a name that two ids have, or none. */
    public Set<String> ids(Domain domain, String written) {
        Catalogue.Product product =
                domain == Domain.PRODUCT ? release.catalogue().product(written) : null;
        return product != null
                ? Set.of(product.id())
                : words.computeIfAbsent(domain, this::all).getOrDefault(PlainWord.of(written), Set.of());
    }

    /** The ids and names of a domain, as they are written. */
    public List<String> known(Domain domain) {
        List<String> known = new ArrayList<>();
        for (String id : listed(domain)) {
            known.add(id);
            names(domain, id).stream().filter(name -> !known.contains(name)).forEach(known::add);
        }
        return known;
    }

    /** The ids of a domain. */
    public Collection<String> listed(Domain domain) {
        return domain == Domain.ACTIVITY
                ? KnownIds.activities(release.catalogue(), service)
                : Objects.requireNonNullElse(release.catalogue().ids(domain), Set.of());
    }

    /** A plan and all plans that it contains. */
    public List<String> contained(String plan) {
        List<String> contained = new ArrayList<>(List.of(plan));
        try {
            for (int distance = 1; ; distance++) {
                contained.add(release.policy().containedPlan(plan, distance));
            }
        } catch (IllegalArgumentException e) {
            return contained;
        }
    }

    private Map<String, Set<String>> all(Domain domain) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (String id : listed(domain)) {
            names(domain, id)
                    .forEach(name -> ids.computeIfAbsent(PlainWord.of(name), any -> new LinkedHashSet<>())
                            .add(id));
        }
        listed(domain).forEach(id -> ids.put(PlainWord.of(id), Set.of(id)));
        return ids;
    }

    private List<String> names(Domain domain, String id) {
        List<String> names = new ArrayList<>();
        for (Language language : Language.values()) {
            names.add(new AnswerWords(release, language).name(domain, id));
        }
        return names;
    }
}
