package io.quanyi.console.history;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.answer.ChangedMember;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the differences between two releases for a page: the sentence of a rule, or the name of an entry, and each member before and after. */
public final class DifferenceWords {

    private final Language language;
    private final ConsoleTexts texts;
    private final Map<String, String> names = new HashMap<>();

    private DifferenceWords(Language language, List<Catalogue> catalogues) {
        this.language = language;
        this.texts = new ConsoleTexts(language);
        catalogues.forEach(this::learn);
        Catalogue.codeKinds().forEach(kind -> names.put("kind " + kind.code(), Texts.of(language, kind.textCode())));
    }

    private void learn(Catalogue catalogue) {
        catalogue
                .services()
                .forEach((id, service) ->
                        names.put("service " + id, service.names().in(language)));
        catalogue
                .windows()
                .forEach(
                        (id, window) -> names.put("window " + id, window.names().in(language)));
        catalogue
                .channels()
                .forEach((id, channel) ->
                        names.put("channel " + id, channel.names().in(language)));
        catalogue
                .measures()
                .forEach((id, measure) ->
                        names.put("measure " + id, measure.names().in(language)));
        catalogue
                .codes()
                .values()
                .forEach(codes -> codes.forEach((id, code) -> names.put("code " + id, code.in(language))));
        catalogue
                .plans()
                .forEach(plan -> names.put("plan " + plan.id(), plan.names().in(language)));
        catalogue
                .families()
                .forEach(family ->
                        names.put("family " + family.id(), family.names().in(language)));
        catalogue
                .products()
                .forEach(product ->
                        names.put("product " + product.id(), product.names().in(language)));
    }

    /**
     * The values of the template {@code differences.html}, in a language.
     *
     * @param catalogues the catalogues of both sides, the later one last, whose names stand for ids
     */
    public static List<Map<String, Object>> of(
            List<ReleaseDifference> differences, List<Catalogue> catalogues, Language language) {
        DifferenceWords words = new DifferenceWords(language, catalogues);
        return differences.stream().map(words::line).toList();
    }

    private Map<String, Object> line(ReleaseDifference difference) {
        DifferenceLine line = DifferenceLine.of(difference, language);
        return Map.of(
                "change", texts.of("change-" + line.change()),
                "kind", Texts.of(language, "difference.kind." + difference.kind()),
                "id", entry(difference),
                "changed", line.change().equals("changed"),
                "before", name(difference, false),
                "after", name(difference, true),
                "members",
                        line.values().stream()
                                .filter(member -> !isName(member.member()) && !isOpening(difference))
                                .map(this::member)
                                .toList());
    }

    /** The name of an entry whose names are the same on both sides; of an opening, the names of its service and its product. */
    private String entry(ReleaseDifference difference) {
        String id = difference.id();
        if (isOpening(difference)) {
            String[] parts = id.split(" ", 2);
            return named("service", parts[0]) + " · " + named("product", parts[parts.length - 1]);
        }
        boolean isRenamed = difference.values().stream().anyMatch(value -> isName(value.member()));
        return isRenamed ? id : named(difference.kind(), id);
    }

    private static boolean isOpening(ReleaseDifference difference) {
        return difference.kind().equals("opening");
    }

    private Map<String, Object> member(ChangedMember member) {
        String code = "member-" + member.member();
        return Map.of(
                "name", Texts.has(language, "console." + code) ? texts.of(code) : member.member(),
                "written", member.member().equals("text"),
                "before", named(member.member(), member.before()),
                "after", named(member.member(), member.after()));
    }

    /** The value of a member; its name if it is the id of a service, a product or a window. */
    private String named(String member, @Nullable String value) {
        return value == null ? "" : names.getOrDefault(member + " " + value, value);
    }

    private static boolean isName(String member) {
        return member.equals("title") || member.equals("names");
    }

    /**
     * The sentence or the name of it in one of the releases, in all languages if it is the same in that of the reader; empty where that is
     * the same in both, or there is none.
     */
    private String name(ReleaseDifference difference, boolean later) {
        return difference.values().stream()
                .filter(value -> isName(value.member()))
                .map(value -> text(value.before()).equals(text(value.after()))
                        ? all(later ? value.after() : value.before())
                        : text(later ? value.after() : value.before()))
                .findFirst()
                .orElse("");
    }

    private static String all(@Nullable Object value) {
        if (value instanceof TranslatedText sentence) {
            return Stream.concat(Stream.of(sentence.written()), sentence.translations().values().stream())
                    .collect(Collectors.joining(" · "));
        }
        return value instanceof BilingualText names
                ? names.languages().map(names::in).collect(Collectors.joining(" · "))
                : "";
    }

    private String text(@Nullable Object value) {
        if (value instanceof TranslatedText sentence) {
            return sentence.in(language);
        }
        return value instanceof BilingualText names ? names.in(language) : "";
    }
}
