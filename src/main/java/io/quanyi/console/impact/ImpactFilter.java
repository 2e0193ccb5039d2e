package io.quanyi.console.impact;

import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.RuleBehind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The part of a long impact that a reader wants to see: the sentences about a service, with some words, or without a mark. The address of the
 * page states it.
 *
 * @param service the id of the service; empty for all
 * @param words the words, all of which a sentence must have; empty for none
 * @param unmarked whether only sentences that are not marked as intended are wanted
 */
public record ImpactFilter(String service, String words, boolean unmarked) {

    /** The filter that every sentence passes. */
    public static final ImpactFilter ALL = new ImpactFilter("", "", false);

    /** The filter for the sentences that are left to be marked. */
    public static final ImpactFilter UNMARKED = new ImpactFilter("", "", true);

    private static final String YES = "yes";

    /** Reads the filter from the fields of an address or a form, whose absent fields are empty. */
    public static ImpactFilter of(Function<String, @Nullable String> field) {
        return new ImpactFilter(
                text(field, "service"),
                text(field, "words"),
                text(field, "unmarked").equals(YES));
    }

    private static String text(Function<String, @Nullable String> field, String name) {
        return Objects.requireNonNullElse(field.apply(name), "").strip();
    }

    /** Whether every sentence is wanted. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The query of the address that states the filter; empty if every sentence is wanted. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        Stream.of(List.of("service", service), List.of("words", words), List.of("unmarked", unmarked ? YES : ""))
                .filter(field -> !field.get(1).isEmpty())
                .forEach(field -> query.queryParam(field.get(0), "{" + field.get(0) + "}"));
        return query.encode()
                .buildAndExpand(Map.of("service", service, "words", words, "unmarked", YES))
                .toUriString();
    }

    /** Whether a sentence is wanted. */
    public boolean accepts(SentenceLine line, boolean intended) {
        Stream<String> rules = Stream.concat(line.rulesBefore().stream(), line.rulesAfter().stream())
                .map((RuleBehind rule) -> rule.id() + " " + rule.title());
        Stream<String> sides =
                Stream.concat(line.before().stream(), line.after().stream()).map(StatementLine::text);
        return (service.isEmpty() || line.services().contains(service))
                && !(unmarked && intended)
                && hasWords(Stream.of(Stream.of(line.text()), line.names().stream(), sides, rules)
                        .flatMap(texts -> texts));
    }

    /** Whether a changed definition is wanted. It is of no service. */
    public boolean accepts(DefinitionLine line, boolean intended) {
        return service.isEmpty()
                && !(unmarked && intended)
                && hasWords(Stream.of(
                        line.name(),
                        Objects.requireNonNullElse(line.before(), ""),
                        Objects.requireNonNullElse(line.after(), "")));
    }

    private boolean hasWords(Stream<String> texts) {
        String all = plain(texts.reduce("", (before, text) -> before + "\n" + text));
        return Stream.of(plain(words).split("[\\p{Z}\\s]+", -1)).allMatch(all::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
