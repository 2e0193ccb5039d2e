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
                .flatMap(part -> members("", part).filter(member -> !LEFT_OUT.contains(member.name())))
                .map(this::words)
                .toList());
    }

    private record Member(String path, String name, Object value) {

        String pointer() {
            return path + "/" + name;
        }
    }

    private static Stream<Member> members(String path, Map<?, ?> members) {
        return members.entrySet().stream()
                .filter(member -> isStated(member.getValue()))
                .map(member ->
                        new Member(path, String.valueOf(member.getKey()), Objects.requireNonNull(member.getValue())));
    }

    private static boolean isStated(@Nullable Object value) {
        return value != null && !value.equals(List.of());
    }

    /** A member in words: a value behind its name, several things in brackets. */
    private String words(Member member) {
        String code = MemberName.textCode(member.pointer());
        String name = code == null ? member.name() : Texts.of(language, code);
        if (member.value() instanceof List<?> items) {
            return punctuation.beside(
                    name,
                    punctuation.sequence(items.stream()
                            .map(item -> item(member.pointer(), item))
                            .toList()));
        }
        return member.value() instanceof Map<?, ?>
                ? punctuation.beside(name, item(member.pointer(), member.value()))
                : name + " " + member.value();
    }

    private String item(String path, Object value) {
        return value instanceof Map<?, ?> members
                ? punctuation.list(members(path, members).map(this::words).toList())
                : value.toString();
    }
}
