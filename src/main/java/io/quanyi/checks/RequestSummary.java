package io.quanyi.checks;

import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a request in a few words: its members except the programme, the service and the instant. */
public final class RequestSummary {

    private static final Set<String> LEFT_OUT = Set.of("service", "at");

    private final Language language;
    private final Punctuation punctuation;

    private RequestSummary(Language language) {
        this.language = language;
        this.punctuation = Punctuation.of(language);
    }

    /** The description in both languages. */
    public static TranslatedText of(DecisionRequest request) {
        return new TranslatedText(
                new RequestSummary(Language.CHINESE).text(request),
                Map.of(Language.ENGLISH, new RequestSummary(Language.ENGLISH).text(request)));
    }

    private String text(DecisionRequest request) {
        return punctuation.list(Stream.of(request.subscription(), request.question())
                .map(part -> (Map<?, ?>) Objects.requireNonNull(PlainValues.of(part)))
                .flatMap(this::members)
                .toList());
    }

    private Stream<String> members(Map<?, ?> members) {
        return members.entrySet().stream()
                .filter(member -> isStated(member.getValue()) && !LEFT_OUT.contains(member.getKey()))
                .map(member ->
                        name(String.valueOf(member.getKey())) + " " + value(Objects.requireNonNull(member.getValue())));
    }

    private static boolean isStated(@Nullable Object value) {
        return value != null && !value.equals(List.of());
    }

    private String name(String member) {
        String code = MemberName.textCode("/" + member);
        return code == null ? member : Texts.of(language, code);
    }

    private String value(Object value) {
        if (value instanceof Map<?, ?> members) {
            return "(" + punctuation.list(members(members).toList()) + ")";
        }
        return value instanceof List<?> items
                ? "[" + punctuation.list(items.stream().map(this::value).toList()) + "]"
                : value.toString();
    }
}
