package io.quanyi.console.start;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.PageAnchors;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.PinyinInitials;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search over the services, products, plans, clauses, rules and readings of releases, by any of their names in either language, their ids
 * and their words; a product also by the names of its family. Capitals and the width of characters make no difference. Of each kind at most
 * {@value #MAX_HITS} are listed.
 */
final class NameSearch {

    private static final int MAX_HITS = 20;

    /**
     * An entry that was found.
     *
     * @param name its name in the language of the reader
     * @param id its id, or the number of the clause
     * @param programme the name of its programme
     * @param href the page that shows it
     * @param exact whether the sought words stand in it as whole words
     */
    record Hit(String name, String id, String programme, String href, boolean exact) {}

    private final String sought;
    private final Language language;
    private final Map<String, List<Hit>> byKind = new LinkedHashMap<>();

    NameSearch(String sought, Language language) {
        this.sought = plain(sought);
        this.language = language;
    }

    /** Adds the entries of a release. */
    void add(ProgrammeRelease release) {
        Catalogue catalogue = release.catalogue();
        String home = "/console/" + release.programme().id();
        catalogue
                .services()
                .values()
                .forEach(service -> add(
                        "service",
                        service.names().in(language),
                        service.id(),
                        release,
                        home + "/matrix#" + service.id(),
                        names(service.names())));
        catalogue
                .products()
                .forEach(product -> add(
                        "product",
                        product.names().in(language),
                        product.id(),
                        release,
                        home + "/ask?subscription.product=" + product.id(),
                        Stream.of(
                                        names(product.names()),
                                        product.aliases().stream(),
                                        family(catalogue, product.family()))
                                .flatMap(one -> one)));
        catalogue
                .plans()
                .forEach(plan -> add(
                        "plan", plan.names().in(language), plan.id(), release, home + "/matrix", names(plan.names())));
        release.clauses().all().forEach(clause -> add(release, clause, home));
        release.policy().rules().forEach(rule -> add(release, rule, home));
        release.readings().all().stream()
                .filter(reading -> isCited(release, reading))
                .forEach(reading -> add(
                        "reading",
                        reading.text().in(language),
                        reading.id(),
                        release,
                        home + "/document",
                        names(reading.text())));
    }

    private void add(ProgrammeRelease release, Clause clause, String home) {
        String reference = clause.reference();
        add(
                "clause",
                Objects.requireNonNullElse(clause.gloss(language), clause.quote()),
                reference,
                release,
                home + "/document#" + PageAnchors.clause(reference),
                Stream.of(clause.quote(), clause.gloss()));
    }

    private void add(ProgrammeRelease release, RuleInfo rule, String home) {
        add(
                "rule",
                rule.title().in(language),
                rule.id(),
                release,
                home + "/document#" + rule.id(),
                Stream.of(Language.values()).map(one -> rule.title().in(one)));
    }

    /** The names of a family that has names; none for others. */
    private static Stream<@Nullable String> family(Catalogue catalogue, String id) {
        return catalogue.families().stream()
                .filter(family -> family.id().equals(id))
                .flatMap(family -> names(family.names()));
    }

    private static boolean isCited(ProgrammeRelease release, Reading reading) {
        return release.policy().rules().stream()
                .anyMatch(rule -> rule.readings().contains(reading.id()));
    }

    private void add(
            String kind,
            String name,
            String id,
            ProgrammeRelease release,
            String href,
            Stream<@Nullable String> names) {
        List<String> texts = Stream.concat(Stream.of(id, name), names)
                .filter(Objects::nonNull)
                .map(NameSearch::plain)
                .toList();
        List<Hit> hits = byKind.computeIfAbsent(kind, any -> new ArrayList<>());
        if (texts.stream().anyMatch(text -> has(text, false) || hasInitials(text))) {
            boolean exact = texts.stream().anyMatch(text -> has(text, true));
            hits.add(new Hit(name, id, release.programme().names().in(language), href, exact));
        }
    }

    boolean isEmpty() {
        return byKind.values().stream().allMatch(List::isEmpty);
    }

    /** The names that were found, by kind, with a heading each: those with the whole word first, and how many more there are. */
    List<Map<String, Object>> found() {
        ConsoleTexts texts = new ConsoleTexts(language);
        return byKind.entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> found(texts.of("search-" + kind.getKey()), kind.getValue(), texts))
                .toList();
    }

    private static Map<String, Object> found(String heading, List<Hit> hits, ConsoleTexts texts) {
        List<Hit> shown = hits.stream()
                .sorted(Comparator.comparing(Hit::exact).reversed())
                .limit(MAX_HITS)
                .toList();
        int more = hits.size() - shown.size();
        return Map.of("name", heading, "hits", shown, "more", more == 0 ? "" : texts.of("search-more", more));
    }

    private static Stream<@Nullable String> names(BilingualText names) {
        return Stream.of(Language.values()).map(names::in);
    }

    /**
     * Whether a text contains the sought words; Latin letters and digits only from the beginning of a word on.
     *
     * @param whole whether they have to end with the word, too
     */
    private boolean has(String text, boolean whole) {
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            if (isBoundary(text, at) && (!whole || isBoundary(text, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether no word of Latin letters and digits goes on across a place in a text. */
    private static boolean isBoundary(String text, int at) {
        return at == 0 || at == text.length() || !isLatin(text.charAt(at - 1)) || !isLatin(text.charAt(at));
    }

    /** Whether the initials of the pinyin of a name begin with the sought letters; a single letter would find too much. */
    private boolean hasInitials(String text) {
        return sought.length() > 1 && PinyinInitials.of(text).startsWith(sought);
    }

    private static boolean isLatin(char character) {
        return character < 'ÿ' && Character.isLetterOrDigit(character);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
