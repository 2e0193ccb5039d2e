package io.quanyi.console.draft;

import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.release.draft.DraftContent;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The titles of the rules that a draft changes, which say in each language what the change is. */
final class ChangedTitles {

    /** The most titles that make a reason: more of them are a list. */
    private static final int MAX_TITLES = 3;

    private ChangedTitles() {}

    /** The titles in a language; empty if there are none, too many, or one has no words in it. */
    static String of(DraftScreen screen, Language language) {
        Language written = screen.programme().source().documentLanguage();
        List<String> titles = changed(screen.view().content())
                .map(rule -> language == written ? rule.title().plain() : rule.translation(language))
                .distinct()
                .limit(MAX_TITLES + 1L)
                .toList();
        String reason = Punctuation.of(language).sequence(titles);
        return titles.size() > MAX_TITLES || titles.contains("") || reason.length() > PlanForm.MAX_NOTE ? "" : reason;
    }

    private static Stream<WrittenRule> changed(DraftContent content) {
        return content.entries().stream()
                .filter(entry -> entry.name().endsWith(".drl"))
                .filter(entry -> entry.change() == Change.ADDED || entry.change() == Change.CHANGED)
                .flatMap(entry -> {
                    WrittenRules now = WrittenRules.of(entry.file());
                    Optional<WrittenRules> before = content.before(entry.name()).map(WrittenRules::of);
                    return now.rules().stream()
                            .filter(rule -> !before.map(old -> old.rule(rule.id())
                                            .map(old::text)
                                            .filter(now.text(rule)::equals)
                                            .isPresent())
                                    .orElse(false));
                });
    }
}
