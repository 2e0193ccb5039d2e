package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule file. A rule with a fault is left out, and the rules after it are still read. */
final class RuleFileReader {

    private static final int MAX_LENGTH = 256 << 10;
    private static final int MAX_RULES = 500;

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
        if (text.length() > MAX_LENGTH) {
            faults.add(Fault.at(Position.of(file.path()), "file-too-long", MAX_LENGTH));
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
        if (rules.size() > MAX_RULES) {
            tokens.report(Position.of(path), "too-many", rules.size(), MAX_RULES);
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
        RuleAnnotations annotations = RuleAnnotations.read(tokens, start);
        if (DrlRefusals.isRuleHeader(tokens.peek())) {
            throw tokens.lost(DrlRefusals.inRuleHeader(tokens.peek()), TokenStream.shown(tokens.peek()));
        }
        tokens.expect("when");
        int before = tokens.faults();
        ConditionReader conditions = new ConditionReader(tokens, catalogue);
        List<Pattern> patterns = conditions.read();
        boolean understood = tokens.faults() == before;
        tokens.expect("then");
        int beforeThen = tokens.faults();
        List<Insertion> insertions = new ConsequenceReader(tokens, catalogue, conditions.bound()).read();
        boolean insertionsFaulty = tokens.faults() > beforeThen;
        Token end = end(start, annotations.idOr(title));
        RuleInfo info = annotations.info(new TranslatedText(title, annotations.translations()), patterns);
        Set<String> named = services(patterns, false);
        return info == null || !understood || insertionsFaulty
                ? null
                : new Rule(
                        info,
                        text.substring(start.start(), end.end()),
                        patterns,
                        insertions,
                        named.isEmpty() ? null : named,
                        services(patterns, true),
                        annotations.waiver());
    }

    /** The end of the rule. Where it is missing, the fault names the rule, because the place is already that of the next one. */
    private Token end(Token start, String rule) {
        if (tokens.peek().is("rule") || tokens.atEnd()) {
            throw tokens.lost("end-missing", rule, start.position().line());
        }
        return tokens.expect("end");
    }

    /** The services that the condition names, by id or by group, or excludes if {@code excepted}. */
    private Set<String> services(List<Pattern> patterns, boolean excepted) {
        Set<String> services = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            if (pattern.type().name().equals("Question")) {
                pattern.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals("service"))
                        .forEach(constraint -> addServices(constraint, excepted, services));
            }
            if (pattern.isGroup() && pattern.isNegative() == excepted) {
                pattern.constraints().stream()
                        .filter(Rule.Comparison.class::isInstance)
                        .map(constraint -> (String) ((Rule.Comparison) constraint).literal())
                        .forEach(group -> services.addAll(catalogue.servicesOf(group)));
            }
        }
        return services;
    }

    private static void addServices(Rule.Constraint constraint, boolean excepted, Set<String> services) {
        if (constraint instanceof Rule.Comparison comparison) {
            boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
            if (equal != excepted) {
                services.add((String) comparison.literal());
            }
        } else if (constraint instanceof Membership membership && membership.negated() == excepted) {
            membership.literals().forEach(literal -> services.add((String) literal));
        }
    }
}
