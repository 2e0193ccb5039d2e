package io.quanyi.release.answer;

import io.quanyi.checks.ReleaseDifference.ValueChange;
import io.quanyi.servicetime.Session;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.TranslatedText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of a member before and after a change, in words.
 *
 * @param before null if the member had no value, or there was nothing to have it
 * @param after null if the member has no value, or nothing has it any more
 */
public record ChangedMember(
        String member, @Nullable String before, @Nullable String after) {

    /** The most characters of a value. The whole of a long one, such as a rule, can be read in its release. */
    static final int MAX_LENGTH = 1_000;

    /** The member of a difference, in the punctuation of a language. Names are in both languages, because either may have changed. */
    static ChangedMember of(ValueChange change, Language language) {
        Punctuation punctuation = Punctuation.of(language);
        return new ChangedMember(
                change.member(), shown(change.before(), punctuation), shown(change.after(), punctuation));
    }

    /** Whether there is something to show: an empty list is as good as none. */
    boolean isStated() {
        return before != null || after != null;
    }

    private static @Nullable String shown(@Nullable Object value, Punctuation punctuation) {
        String text = value == null ? "" : words(value, punctuation);
        if (text.isEmpty()) {
            return null;
        }
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…"
                : text;
    }

    private static String words(Object value, Punctuation punctuation) {
        if (value instanceof BilingualText names) {
            return languages(Arrays.stream(Language.values()).map(names::in));
        }
        if (value instanceof TranslatedText sentence) {
            return languages(Arrays.stream(Language.values()).map(sentence::in));
        }
        if (value instanceof Collection<?> items) {
            return punctuation.list(
                    items.stream().map(item -> words(item, punctuation)).toList());
        }
        if (value instanceof Map<?, ?> entries) {
            return punctuation.sequence(entries.entrySet().stream()
                    .map(entry -> written(entry.getKey()) + punctuation.colon() + words(entry.getValue(), punctuation))
                    .toList());
        }
        boolean isWritten = value instanceof Session || !value.getClass().isRecord();
        return isWritten ? written(value) : members(value, punctuation);
    }

    private static String written(Object value) {
        return value instanceof Enum<?> code ? code.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private static String languages(Stream<String> texts) {
        return String.join(" / ", texts.distinct().toList());
    }

    private static String members(Object value, Punctuation punctuation) {
        return punctuation.sequence(Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> member(component, value, punctuation))
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private static String member(RecordComponent component, Object of, Punctuation punctuation) {
        try {
            Object value = component.getAccessor().invoke(of);
            String text = value == null ? "" : words(value, punctuation);
            return text.isEmpty() ? "" : component.getName() + punctuation.colon() + text;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
