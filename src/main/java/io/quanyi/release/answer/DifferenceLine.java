package io.quanyi.release.answer;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;

/**
 * One difference between two releases.
 *
 * @param members the members that differ, if both releases have it
 * @param values these members before and after; of an entry that only one of them has, all members that have a value
 */
public record DifferenceLine(
        String part,
        String kind,
        String id,
        String change,
        List<String> members,
        List<ChangedMember> values,
        String message) {

    /** The line of a difference, in a language. */
    public static DifferenceLine of(ReleaseDifference difference, Language language) {
        String part = EnumCode.of(difference.part());
        String change = EnumCode.of(difference.change());
        String kind = Texts.of(language, "difference.kind." + difference.kind());
        String message = Texts.of(language, "difference." + change, List.of(kind, difference.id()));
        List<ChangedMember> values = difference.values().stream()
                .map(value -> ChangedMember.of(value, language))
                .filter(ChangedMember::isStated)
                .toList();
        return new DifferenceLine(
                part, difference.kind(), difference.id(), change, difference.members(), values, message);
    }
}
