package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.RuleInfo;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Operator;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule file. A rule with a fault is left out, and the rules after it are still read. */
final class RuleFileReader {

    private static final int LONGEST = 256 << 10;
    private static final int MOST_RULES = 500;
    private static final int LONGEST_ID = 60;
    private static final Set<String> ANNOTATIONS = Set.of("id", "clause", "reading", "waives", "en", "zh");

    private static final String NAME = Fault.text("token.name");

    private final String path;
    private final String text;
    private final Catalogue catalogue;
    private final TokenStream tokens;
    private final List<Rule> rules = new ArrayList<>();

    private RuleFileReader(String path, String text, Catalogue catalogue, Faults faults) {
        this.path = path;
        this.text = text;
        this.catalogue = catalogue;
        this.tokens = new TokenStream(new Lexer(path, text, faults).tokens(), faults);
    }

    /** Reads the rules of a file in the order written, and adds faults. */
    static List<Rule> read(SourceFile file, String expectedPackage, Catalogue catalogue, Faults faults) {
        String text = file.text(faults);
        if (text == null) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            faults.add(Fault.at(Position.of(file.path()), "file-too-long", LONGEST));
            return List.of();
        }
        return new RuleFileReader(file.path(), text, catalogue, faults).file(expectedPackage);
    }

    private List<Rule> file(String expectedPackage) {
        try {
            header(expectedPackage);
        } catch (TokenStream.UnreadableRule e) {
            skipToRule();
        }
        while (!tokens.atEnd()) {
            if (tokens.peek().is("rule")) {
                rule();
            } else {
                tokens.lost(DrlRefusals.outsideRules(tokens.peek()), TokenStream.shown(tokens.peek()));
                skipToRule();
            }
        }
        if (rules.size() > MOST_RULES) {
            tokens.report(Position.of(path), "too-many", rules.size(), MOST_RULES);
        }
        return rules;
    }

    private void header(String expectedPackage) {
        tokens.expect("package");
        Token start = tokens.peek();
        String name = dotted();
        if (!name.equals(expectedPackage)) {
            tokens.report(start.position(), "package-name", name, expectedPackage);
        }
        tokens.take(";");
        boolean facts = false;
        while (tokens.peek().is("import")) {
            facts |= importLine();
        }
        if (!facts) {
            tokens.report(tokens.peek().position(), "import-missing");
        }
    }

    private boolean importLine() {
        Token start = tokens.next();
        boolean statically = tokens.take("static");
        String name = dotted();
        tokens.take(";");
        if (!statically && name.equals("io.quanyi.facts.*")) {
            return true;
        }
        if (!statically || !name.equals("io.quanyi.servicetime.Target.*")) {
            tokens.report(start.position(), "refused-import", name);
        }
        return false;
    }

    private String dotted() {
        StringBuilder name = new StringBuilder(tokens.expect(Kind.WORD, NAME).text());
        while (tokens.take(".")) {
            name.append('.')
                    .append(
                            tokens.take("*")
                                    ? "*"
                                    : tokens.expect(Kind.WORD, NAME).text());
        }
        return name.toString();
    }

    private void skipToRule() {
        while (!tokens.atEnd() && !tokens.peek().is("rule")) {
            tokens.next();
        }
    }

    private void rule() {
        Token start = tokens.next();
        try {
            Rule rule = rule(start);
            if (rule != null) {
                rules.add(rule);
            }
        } catch (TokenStream.UnreadableRule e) {
            tokens.skipToNextRule();
        }
    }

    private @Nullable Rule rule(Token start) {
        String title = tokens.expect(Kind.TEXT, "\"…\"").text();
        Map<String, List<String>> annotations = annotations();
        if (DrlRefusals.isRuleHeader(tokens.peek())) {
            throw tokens.lost(DrlRefusals.inRuleHeader(tokens.peek()), TokenStream.shown(tokens.peek()));
        }
        tokens.expect("when");
        int before = tokens.faults();
        ConditionReader conditions = new ConditionReader(tokens, catalogue);
        List<Pattern> patterns = conditions.read();
        boolean understood = tokens.faults() == before;
        tokens.expect("then");
        Insertion insertion = new ConsequenceReader(tokens, catalogue, conditions.bound()).read();
        Token end = end(start, title, annotations);
        RuleInfo info = info(start, new TranslatedText(title, translations(start, annotations)), annotations, patterns);
        Set<String> named = services(patterns, false);
        return info == null || insertion == null || !understood
                ? null
                : new Rule(
                        info,
                        text.substring(start.start(), end.end()),
                        patterns,
                        insertion,
                        named.isEmpty() ? null : named,
                        services(patterns, true),
                        waiver(start, annotations));
    }

    /** The end of the rule. Where it is missing, the fault names the rule, because the place is already that of the next one. */
    private Token end(Token start, String title, Map<String, List<String>> annotations) {
        if (tokens.peek().is("rule") || tokens.atEnd()) {
            List<String> id = annotations.getOrDefault("id", List.of());
            String rule = id.isEmpty() ? title : id.get(0);
            throw tokens.lost("end-missing", rule, start.position().line());
        }
        return tokens.expect("end");
    }

    /** The reason for which the rule may take from a plan what a lower plan has; null if it must not. */
    private @Nullable String waiver(Token start, Map<String, List<String>> annotations) {
        List<String> reasons = annotations.getOrDefault("waives", List.of());
        if (annotations.containsKey("waives")
                && (reasons.size() != 1 || reasons.get(0).isBlank())) {
            tokens.report(start.position(), "waiver-without-reason");
        }
        return reasons.isEmpty() ? null : reasons.get(0);
    }

    /** The translations of the title that annotations give. */
    private Map<Language, String> translations(Token start, Map<String, List<String>> annotations) {
        Map<Language, String> translations = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<String> written = annotations.get(language.code());
            if (written != null && (written.size() != 1 || written.get(0).isBlank())) {
                tokens.report(start.position(), "translation-not-one", language.code());
            } else if (written != null) {
                translations.put(language, written.get(0));
            }
        }
        return translations;
    }

    private Map<String, List<String>> annotations() {
        Map<String, List<String>> annotations = new HashMap<>();
        while (tokens.take("@")) {
            Token name = tokens.expect(Kind.WORD, "id, clause, reading, waives, en, zh");
            if (!ANNOTATIONS.contains(name.text())) {
                tokens.report(name.position(), "unknown-annotation", name.text());
                skipValues();
                continue;
            }
            tokens.expect("(");
            List<String> values = values();
            if (annotations.putIfAbsent(name.text(), values) != null) {
                tokens.report(name.position(), "annotation-repeated", name.text());
            }
        }
        return annotations;
    }

    /** Skips the brackets of an unknown annotation. */
    private void skipValues() {
        int depth = tokens.take("(") ? 1 : 0;
        while (depth > 0 && !tokens.atEnd() && !tokens.peek().is("when")) {
            Token token = tokens.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.take(","));
        tokens.expectEnd();
        return values;
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

    private @Nullable RuleInfo info(
            Token start, TranslatedText title, Map<String, List<String>> annotations, List<Pattern> patterns) {
        List<String> id = annotations.getOrDefault("id", List.of());
        List<String> clauses = annotations.getOrDefault("clause", List.of());
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
        List<String> readings = annotations.getOrDefault("reading", List.of());
        return new RuleInfo(id.get(0), title, clauses, readings, Rule.asksForPurchase(patterns), start.position());
    }

    private static boolean isId(String written) {
        return written.length() <= LONGEST_ID && written.matches("[A-Z0-9]+(-[A-Z0-9]+)+");
    }

    /** The services that the condition names or, if {@code excepted}, excludes. */
    private static Set<String> services(List<Pattern> patterns, boolean excepted) {
        Set<String> services = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            if (pattern.type().name().equals("Question")) {
                pattern.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals("service"))
                        .forEach(constraint -> addServices(constraint, excepted, services));
            }
        }
        return services;
    }

    private static void addServices(Rule.Constraint constraint, boolean excepted, Set<String> services) {
        if (constraint instanceof Rule.Comparison comparison) {
            boolean equal = comparison.operator() == Operator.EQUAL;
            if (equal != excepted) {
                services.add((String) comparison.literal());
            }
        } else if (constraint instanceof Membership membership && membership.negated() == excepted) {
            membership.literals().forEach(literal -> services.add((String) literal));
        }
    }
}
