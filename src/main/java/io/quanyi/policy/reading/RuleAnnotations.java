package io.quanyi.policy.reading;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotations of a rule, which stand between its title and its condition: id, clauses, readings, waiver and translations. */
final class RuleAnnotations {

    private static final int MAX_ID_LENGTH = 60;
    private static final Set<String> NAMES = Set.of("id", "clause", "reading", "waives", "en", "zh");

    private final TokenStream tokens;
    private final Token start;
    private final Map<String, List<String>> values = new HashMap<>();

    private RuleAnnotations(TokenStream tokens, Token start) {
        this.tokens = tokens;
        this.start = start;
    }

    /**
     * Reads annotations as long as there are any.
     *
     * @param start the beginning of the rule, to which faults refer
     */
    static RuleAnnotations read(TokenStream tokens, Token start) {
        RuleAnnotations annotations = new RuleAnnotations(tokens, start);
        while (tokens.take("@")) {
            annotations.readOne();
        }
        return annotations;
    }

    private void readOne() {
        Token name = tokens.expect(Kind.WORD, "id, clause, reading, waives, en, zh");
        if (!NAMES.contains(name.text())) {
            tokens.report(name.position(), "unknown-annotation", name.text());
            skipValues();
            return;
        }
        tokens.expect("(");
        if (values.putIfAbsent(name.text(), list()) != null) {
            tokens.report(name.position(), "annotation-repeated", name.text());
        }
    }

    /** The id that the annotations give; if they give none, the title. */
    String idOr(String title) {
        List<String> id = values.getOrDefault("id", List.of());
        return id.isEmpty() ? title : id.get(0);
    }

    /** The reason why a plan may lack by the rule a service that a contained plan has; null if the rule gives none. */
    @Nullable String waiver() {
        List<String> reasons = values.getOrDefault("waives", List.of());
        if (values.containsKey("waives")
                && (reasons.size() != 1 || reasons.get(0).isBlank())) {
            tokens.report(start.position(), "waiver-without-reason");
        }
        return reasons.isEmpty() ? null : reasons.get(0);
    }

    /** The translations of the title. */
    Map<Language, String> translations() {
        Map<Language, String> translations = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<String> written = values.get(language.code());
            if (written != null && (written.size() != 1 || written.get(0).isBlank())) {
                tokens.report(start.position(), "translation-not-one", language.code());
            } else if (written != null) {
                translations.put(language, written.get(0));
            }
        }
        return translations;
    }

    /** Skips the brackets of an unknown annotation. */
    private void skipValues() {
        int depth = tokens.take("(") ? 1 : 0;
        while (depth > 0 && !tokens.atEnd() && !tokens.peek().is("when")) {
            Token token = tokens.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private List<String> list() {
        List<String> list = new ArrayList<>();
        do {
            list.add(value());
        } while (tokens.take(","));
        tokens.expectEnd();
        return list;
    }

    /** A quoted text, or an id, which consists of several tokens. */
    private String value() {
        if (tokens.peek().kind() == Kind.TEXT) {
            return tokens.next().text();
        }
        StringBuilder id = new StringBuilder();
        int end = tokens.peek().start();
        while (tokens.peek().start() == end && isIdPart(tokens.peek())) {
            end = tokens.peek().end();
            id.append(tokens.next().text());
        }
        if (id.isEmpty()) {
            throw tokens.lost("expected", Fault.text("token.id"), TokenStream.shown(tokens.peek()));
        }
        return id.toString();
    }

    private static boolean isIdPart(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.NUMBER || token.is("-");
    }

    /** The citation data of the rule; null if the annotations give no id. */
    @Nullable RuleInfo info(TranslatedText title, List<Pattern> patterns) {
        List<String> id = values.getOrDefault("id", List.of());
        List<String> clauses = values.getOrDefault("clause", List.of());
        if (id.size() != 1 || !isId(id.get(0))) {
            tokens.report(start.position(), "rule-without-id", title);
            return null;
        }
        if (clauses.isEmpty()) {
            tokens.report(start.position(), "rule-without-clause", id.get(0));
        }
        if (title.written().isBlank()) {
            tokens.report(start.position(), "rule-without-title", id.get(0));
        }
        List<String> readings = values.getOrDefault("reading", List.of());
        return new RuleInfo(id.get(0), title, clauses, readings, Rule.asksForPurchase(patterns), start.position());
    }

    private static boolean isId(String written) {
        return written.length() <= MAX_ID_LENGTH && written.matches("[A-Z0-9]+(-[A-Z0-9]+)+");
    }
}
