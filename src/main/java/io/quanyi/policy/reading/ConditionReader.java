package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Selected;
import io.quanyi.policy.model.Rule.Binding;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the condition of a rule: the patterns between {@code when} and {@code then}. */
final class ConditionReader {

    private static final int MAX_PATTERNS = 20;

    /** The most patterns of listed facts; each one multiplies the matches, which {@code exists} does not. */
    private static final int MAX_LISTED = 3;

    private final TokenStream tokens;
    private final Catalogue catalogue;
    private final ConstraintReader constraints;
    private final Map<String, Field> bound = new LinkedHashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();

    ConditionReader(TokenStream tokens, Catalogue catalogue) {
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.constraints = new ConstraintReader(tokens, new LiteralReader(tokens, catalogue), bound);
    }

    /** Reads all patterns up to {@code then}. */
    List<Pattern> read() {
        Token start = tokens.peek();
        while (!tokens.peek().is("then")) {
            patterns.add(pattern());
        }
        if (patterns.isEmpty()) {
            tokens.report(start.position(), "condition-empty");
        }
        if (patterns.size() > MAX_PATTERNS) {
            tokens.report(start.position(), "too-many", patterns.size(), MAX_PATTERNS);
        }
        refuseManyListed(start.position());
        return patterns;
    }

    private void refuseManyListed(Position start) {
        List<Pattern> listed = patterns.stream()
                .filter(pattern -> pattern.quantifier() == Quantifier.THERE_IS
                        && pattern.type().isListed())
                .toList();
        if (listed.size() > MAX_LISTED) {
            tokens.report(start, "too-many", listed.size(), MAX_LISTED);
        }
    }

    /** The bound variables with their fields. */
    Map<String, Field> bound() {
        return bound;
    }

    private Pattern pattern() {
        Token start = tokens.peek();
        Quantifier quantifier = quantifier();
        if (tokens.peek().is("(")) {
            throw tokens.lost("refused-grouping");
        }
        if (tokens.peek().kind() == Kind.VARIABLE) {
            throw tokens.lost("refused-fact-binding", tokens.peek().text());
        }
        FactType type = factType();
        if (quantifier != Quantifier.THERE_IS && !type.isListed()) {
            tokens.report(start.position(), "refused-not", type.name());
        }
        tokens.expect("(");
        Pattern pattern = new Pattern(quantifier, type, new ArrayList<>(), new ArrayList<>());
        if (!tokens.take(")")) {
            constraints(pattern);
        }
        tokens.take(";");
        return pattern;
    }

    private Quantifier quantifier() {
        if (tokens.take("not")) {
            return Quantifier.NOT;
        }
        return tokens.take("exists") ? Quantifier.EXISTS : Quantifier.THERE_IS;
    }

    private FactType factType() {
        Token token = tokens.peek();
        FactType type = token.kind() == Kind.WORD ? RuleVocabulary.FACTS.get(token.text()) : null;
        if (type != null) {
            tokens.next();
            return type;
        }
        if (RuleVocabulary.OUTCOMES.containsKey(token.text())) {
            throw tokens.lost("refused-outcome-match", token.text());
        }
        if (DrlRefusals.endsAPart(token)) {
            tokens.expect("then");
        }
        String refusal = DrlRefusals.inCondition(token);
        if (!refusal.equals("condition-not-understood") || token.kind() != Kind.WORD) {
            throw tokens.lost(refusal, TokenStream.shown(token));
        }
        throw tokens.lost("unknown-fact", token.text(), Fault.list(RuleVocabulary.FACTS.keySet()));
    }

    private void constraints(Pattern pattern) {
        Selected selection = pattern.type().selection();
        if (selection != null) {
            selected(pattern, selection);
        } else {
            do {
                constraint(pattern);
            } while (tokens.take(","));
        }
        if (DrlRefusals.endsAPart(tokens.peek())) {
            tokens.expectEnd();
        }
        if (!tokens.peek().is(")")) {
            throw tokens.lost(DrlRefusals.inCondition(tokens.peek()), TokenStream.shown(tokens.peek()));
        }
        tokens.next();
    }

    /** Reads the selection of a field, then constraints on this field. */
    private void selected(Pattern pattern, Selected selection) {
        Token start = tokens.peek();
        if (!start.is(selection.by())
                || !tokens.peek(1).is("==")
                || tokens.peek(2).kind() != Kind.TEXT) {
            throw tokens.lost("selection-missing", pattern.type().name(), selection.by(), Selected.VALUE);
        }
        tokens.next();
        tokens.next();
        Token id = tokens.next();
        Map<String, Field> fields = pattern.type().fields(catalogue);
        Field field = fields.get(id.text());
        if (field == null) {
            tokens.report(Fault.at(
                            id.position(),
                            "unknown-id",
                            id.text(),
                            Fault.text(selection.from().textCode()))
                    .knowing(List.copyOf(fields.keySet())));
            throw new TokenStream.UnreadableRule();
        }
        if (!tokens.peek().is(",")) {
            throw tokens.lost("selection-alone", pattern.type().name(), id.text(), Selected.VALUE);
        }
        while (tokens.take(",")) {
            Token name = tokens.peek();
            if (!name.is(Selected.VALUE)) {
                throw tokens.lost("unknown-field", name.text(), pattern.type().name(), Selected.VALUE);
            }
            tokens.next();
            Constraint constraint = constraints.read(pattern, field);
            if (constraint != null) {
                pattern.constraints().add(constraint);
            }
        }
    }

    private void constraint(Pattern pattern) {
        if (tokens.peek().kind() == Kind.VARIABLE) {
            bind(pattern);
            return;
        }
        Token name = tokens.peek();
        if (name.kind() != Kind.WORD) {
            throw tokens.lost(DrlRefusals.inCondition(name), TokenStream.shown(name));
        }
        Field field = pattern.type().fields().get(name.text());
        if (field == null) {
            throw tokens.lost(unknownField(name), name.text(), pattern.type().name(), fields(pattern));
        }
        tokens.next();
        Constraint constraint = constraints.read(pattern, field);
        if (constraint != null) {
            pattern.constraints().add(constraint);
        }
    }

    private String unknownField(Token name) {
        boolean call = tokens.peek(1).is("(") || tokens.peek(1).is(".");
        String refusal = DrlRefusals.inCondition(name);
        if (!refusal.equals("condition-not-understood")) {
            return refusal;
        }
        return call ? "refused-call" : "unknown-field";
    }

    private static String fields(Pattern pattern) {
        return Fault.list(pattern.type().fields().keySet());
    }

    private void bind(Pattern pattern) {
        Token variable = tokens.next();
        tokens.expect(":");
        Token name = tokens.expect(Kind.WORD, Fault.text("token.field"));
        Field field = pattern.type().fields().get(name.text());
        if (field == null) {
            tokens.report(
                    name.position(),
                    "unknown-field",
                    name.text(),
                    pattern.type().name(),
                    fields(pattern));
        } else if (pattern.quantifier() != Quantifier.THERE_IS) {
            tokens.report(variable.position(), "refused-binding-in-not", variable.text());
        } else if (field.mayBeAbsent()) {
            tokens.report(name.position(), "variable-of-absent-field", field.name());
        } else if (bound.putIfAbsent(variable.text(), field) != null) {
            tokens.report(variable.position(), "variable-bound-twice", variable.text());
        } else {
            pattern.bindings().add(new Binding(variable.text(), field));
        }
    }
}
