package io.quanyi.release.web.review;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for clauses in the document of a release. Width and capitals of characters make no difference.
 *
 * @param clause the beginning of the number of a clause, with its item after a blank; absent for any
 * @param words words that all stand in the clause, in its meaning in English or in the titles of the rules that rest on it; absent for any
 * @param at the instant at which the release is in force; absent for now
 * @param release the number of the release; absent for the one in force
 */
record ClauseSearch(
        @Size(max = 100) @Nullable String clause,
        @Size(max = 100) @Nullable String words,
        @Nullable OffsetDateTime at,
        @DecimalMin("1") @Nullable Integer release) {

    /**
     * Reads the query as strictly as a body.
     *
     * @throws FaultsFound if it has unknown or invalid members, or names a release twice
     */
    static ClauseSearch of(HttpServletRequest request) {
        Faults faults = new Faults();
        ClauseSearch search = new RecordBinder(faults).bind(QueryTree.of(request, faults), ClauseSearch.class);
        if (search != null && search.at() != null && search.release() != null) {
            faults.add(Fault.at("/release", "query-contradicts", "at", "release"));
        }
        if (search == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return search;
    }

    /** Whether the search names a numbered release, whose answer never changes. */
    boolean pinned() {
        return release != null;
    }

    /** Whether it finds a clause on which rules rest. */
    boolean finds(Clause one, List<RuleInfo> citing) {
        return (clause == null || plain(one.reference()).startsWith(plain(clause)))
                && (words == null || hasAllWords(plain(words), texts(one, citing)));
    }

    private static boolean hasAllWords(String sought, String texts) {
        return Arrays.stream(sought.split(" ", -1)).allMatch(texts::contains);
    }

    private static String texts(Clause clause, List<RuleInfo> citing) {
        Stream<String> own = Stream.of(clause.reference(), clause.quote(), clause.gloss());
        Stream<String> titles = citing.stream()
                .flatMap(rule -> Arrays.stream(Language.values())
                        .map(language -> rule.title().in(language)));
        return Stream.concat(own, titles).map(ClauseSearch::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
