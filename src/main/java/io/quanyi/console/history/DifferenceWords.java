package io.quanyi.console.history;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.answer.ChangedMember;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the differences between two releases for a page: the sentence of a rule, or the name of an entry, and each member before and after. */
final class DifferenceWords {

    private final Language language;
    private final ConsoleTexts texts;

    private DifferenceWords(Language language) {
        this.language = language;
        this.texts = new ConsoleTexts(language);
    }

    /** The differences in a language. */
    static List<Map<String, Object>> of(List<ReleaseDifference> differences, Language language) {
        DifferenceWords words = new DifferenceWords(language);
        return differences.stream().map(words::line).toList();
    }

    private Map<String, Object> line(ReleaseDifference difference) {
        DifferenceLine line = DifferenceLine.of(difference, language);
        return Map.of(
                "change", texts.of("change-" + line.change()),
                "kind", Texts.of(language, "difference.kind." + difference.kind()),
                "id", difference.id(),
                "added", line.change().equals("added"),
                "removed", line.change().equals("removed"),
                "before", name(difference, false),
                "after", name(difference, true),
                "members",
                        line.values().stream()
                                .filter(member -> !isName(member.member()))
                                .map(this::member)
                                .toList());
    }

    private Map<String, Object> member(ChangedMember member) {
        String code = "member-" + member.member();
        return Map.of(
                "name", Texts.has(language, "console." + code) ? texts.of(code) : member.member(),
                "written", member.member().equals("text"),
                "before", Objects.requireNonNullElse(member.before(), ""),
                "after", Objects.requireNonNullElse(member.after(), ""));
    }

    private static boolean isName(String member) {
        return member.equals("title") || member.equals("names");
    }

    /** The sentence or the name of it in one of the releases; empty where that is the same in both, or there is none. */
    private String name(ReleaseDifference difference, boolean later) {
        return difference.values().stream()
                .filter(value -> isName(value.member()))
                .map(value -> text(later ? value.after() : value.before()))
                .findFirst()
                .orElse("");
    }

    private String text(@Nullable Object value) {
        if (value instanceof TranslatedText sentence) {
            return sentence.in(language);
        }
        return value instanceof BilingualText names ? names.in(language) : "";
    }
}
