package io.quanyi.console.ask;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.PinyinInitials;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the service, the plan, the product and the severity that a few words name, as in {@code zxim 优选}: by a name in either language, a part of
 * it from the beginning of a word on, an alias, an id, or the initials of the pinyin. Words that name nothing else may name a family, which stands
 * for its products, or a severity.
 */
final class NamedEntries {

    /** The most words that are read. */
    private static final int MAX_WORDS = 12;

    private final Language language;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> found = new LinkedHashMap<>();
    private final List<Entry> severities = new ArrayList<>();
    private final List<UnclearWord> unclear = new ArrayList<>();

    /**
     * A word that does not name exactly one entry.
     *
     * @param word the word as it was written
     * @param candidates the entries that it may name; empty if it names none
     */
    record UnclearWord(String word, List<Candidate> candidates) {

        /** Keeps a copy. */
        UnclearWord {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * An entry that a word may name.
     *
     * @param parameter the member of a request that names it
     * @param name its name in the language of the reader
     */
    record Candidate(String parameter, String id, String name) {}

    /**
     * An entry of the catalogue.
     *
     * @param parameter the member of a request that names it
     * @param name its name in the language of the reader
     * @param keys the texts by which it is found, without blanks and capitals
     * @param family the same for the family of a product, which finds all its products where the text names nothing else
     */
    private record Entry(String parameter, String id, String name, List<String> keys, List<String> family) {

        /** The entry as its family is named. */
        Entry ofFamily() {
            return new Entry(parameter, id, name, family, family);
        }

        /** How well a text names it: the less the better; over {@code 2} not at all. */
        int distance(String sought) {
            if (keys.contains(sought)) {
                return 0;
            }
            if (keys.stream().anyMatch(key -> key.startsWith(sought))) {
                return 1;
            }
            boolean latin = sought.chars().allMatch(one -> one < 0x80);
            return !latin && keys.stream().anyMatch(key -> key.contains(sought)) ? 2 : 3;
        }
    }

    private NamedEntries(Catalogue catalogue, Language language) {
        this.language = language;
        catalogue
                .severities()
                .forEach(severity -> severities.add(
                        entry(AskParameters.SEVERITY, severity.id(), severity.names(), List.of(), List.of())));
        catalogue
                .services()
                .values()
                .forEach(service -> add(AskParameters.SERVICE, service.id(), service.names(), List.of(), List.of()));
        catalogue.plans().forEach(plan -> add(AskParameters.PLAN, plan.id(), plan.names(), List.of(), List.of()));
        catalogue
                .products()
                .forEach(product -> add(
                        AskParameters.PRODUCT,
                        product.id(),
                        product.names(),
                        List.copyOf(product.aliases()),
                        familyKeys(catalogue, product.family())));
    }

    /** Reads words. */
    static NamedEntries of(String words, Catalogue catalogue, Language language) {
        NamedEntries named = new NamedEntries(catalogue, language);
        List<String> all = Arrays.stream(words.split("[\\s,，、;；]+", -1))
                .filter(word -> !plain(word).isEmpty())
                .limit(MAX_WORDS)
                .toList();
        for (int from = 0; from < all.size(); ) {
            from += named.read(all.subList(from, all.size()));
        }
        return named;
    }

    /** The keys of a family that has names; none for others. */
    private static List<String> familyKeys(Catalogue catalogue, String id) {
        return catalogue.families().stream()
                .filter(family -> family.id().equals(id))
                .flatMap(family -> keys(id, family.names(), List.of()).stream())
                .toList();
    }

    private void add(String parameter, String id, BilingualText names, List<String> aliases, List<String> family) {
        entries.add(entry(parameter, id, names, aliases, family));
    }

    private Entry entry(String parameter, String id, BilingualText names, List<String> aliases, List<String> family) {
        return new Entry(parameter, id, names.in(language), keys(id, names, aliases), family);
    }

    private static List<String> keys(String id, BilingualText names, List<String> aliases) {
        List<String> keys = new ArrayList<>(List.of(plain(id)));
        Stream.concat(Stream.of(Language.values()).map(names::in), aliases.stream())
                .forEach(name -> {
                    keys.add(PinyinInitials.of(name));
                    String[] words = name.split("[\\s:：()（）]+", -1);
                    for (int i = 0; i < words.length; i++) {
                        keys.add(plain(String.join("", Arrays.copyOfRange(words, i, words.length))));
                    }
                });
        return keys;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Reads the most words from the first on that name one entry together, and returns how many. */
    private int read(List<String> words) {
        for (int count = words.size(); count > 0; count--) {
            List<Entry> best = best(plain(String.join("", words.subList(0, count))));
            if (best.size() == 1 && !found.containsKey(best.get(0).parameter())) {
                found.put(best.get(0).parameter(), best.get(0).id());
                return count;
            }
        }
        unclear.add(new UnclearWord(
                words.get(0),
                best(plain(words.get(0))).stream()
                        .map(entry -> new Candidate(entry.parameter(), entry.id(), entry.name()))
                        .toList()));
        return 1;
    }

    private List<Entry> best(String sought) {
        return Stream.of(entries, entries.stream().map(Entry::ofFamily).toList(), severities)
                .map(kind -> best(sought, kind))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Entry> best(String sought, List<Entry> entries) {
        int least =
                entries.stream().mapToInt(entry -> entry.distance(sought)).min().orElse(3);
        return least > 2
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.distance(sought) == least)
                        .toList();
    }

    /** The ids that were found, by the members of a request that name them. */
    Map<String, String> found() {
        return found;
    }

    /** The words that do not name exactly one entry. */
    List<UnclearWord> unclear() {
        return unclear;
    }
}
