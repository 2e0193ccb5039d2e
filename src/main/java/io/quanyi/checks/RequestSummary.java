package io.quanyi.checks;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Domain;
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

    /** The members of which the ids have names that people know. */
    private static final Map<String, Domain> NAMED = Map.of(
            "plan", Domain.PLAN, "product", Domain.PRODUCT, "severity", Domain.SEVERITY, "channel", Domain.CHANNEL);

    private final Language language;
    private final Punctuation punctuation;
    private final @Nullable AnswerWords names;

    private RequestSummary(Language language, @Nullable AnswerWords names) {
        this.language = language;
        this.punctuation = Punctuation.of(language);
        this.names = names;
    }

    /** The description in the language of words, with the names of plans, products, severities and channels instead of their ids. */
    public static String named(DecisionRequest request, AnswerWords words) {
        return new RequestSummary(words.language(), words).text(request);
    }

    /** The description in both languages. */
    public static TranslatedText of(DecisionRequest request) {
        return new TranslatedText(
                new RequestSummary(Language.CHINESE, null).text(request),
                Map.of(Language.ENGLISH, new RequestSummary(Language.ENGLISH, null).text(request)));
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
                : name + " " + value(member);
    }

    private String value(Member member) {
        Domain domain = NAMED.get(member.name());
        return names == null || domain == null
                ? member.value().toString()
                : punctuation.named(names.name(domain, member.value().toString()));
    }

    private String item(String path, Object value) {
        return value instanceof Map<?, ?> members
                ? punctuation.list(members(path, members).map(this::words).toList())
                : value.toString();
    }
}
