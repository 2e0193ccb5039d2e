package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Insertion.Variable;
import io.quanyi.policy.model.OutcomeForms;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.model.RuleVocabulary.Form;
import io.quanyi.policy.model.RuleVocabulary.OutcomeType;
import io.quanyi.policy.model.RuleVocabulary.Parameter;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the consequence of a rule: the insertions of outcomes between {@code then} and {@code end}. */
final class ConsequenceReader {

    private static final int MAX_INSERTIONS = 20;

    private final TokenStream tokens;
    private final Catalogue catalogue;
    private final LiteralReader literals;
    private final Map<String, Field> bound;

    ConsequenceReader(TokenStream tokens, Catalogue catalogue, Map<String, Field> bound) {
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.literals = new LiteralReader(tokens, catalogue);
        this.bound = bound;
    }

    /** Reads all insertions up to {@code end}; those with a fault are left out. */
    List<Insertion> read() {
        Token start = tokens.peek();
        if (!start.is("insert")) {
            throw tokens.lost("refused-action", TokenStream.shown(start));
        }
        List<@Nullable Insertion> insertions = new ArrayList<>();
        while (tokens.peek().is("insert")) {
            insertions.add(insertion());
        }
        boolean leftOut = tokens.atEnd() || tokens.peek().is("rule");
        if (!tokens.peek().is("end") && !leftOut) {
            throw tokens.lost("refused-second-action", TokenStream.shown(tokens.peek()));
        }
        if (insertions.size() > MAX_INSERTIONS) {
            tokens.report(start.position(), "too-many", insertions.size(), MAX_INSERTIONS);
        }
        return insertions.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private @Nullable Insertion insertion() {
        tokens.next();
        tokens.expect("(");
        tokens.expect("new");
        Token name = tokens.expect(Kind.WORD, Fault.text("token.outcome"));
        OutcomeType type = RuleVocabulary.OUTCOMES.get(name.text());
        if (type == null) {
            tokens.report(
                    name.position(), "unknown-outcome", name.text(), Fault.list(RuleVocabulary.OUTCOMES.keySet()));
            throw new TokenStream.UnreadableRule();
        }
        Insertion insertion = arguments(type, name);
        tokens.expect(")");
        tokens.expect(";");
        return insertion;
    }

    private @Nullable Insertion arguments(OutcomeType type, Token name) {
        tokens.expect("(");
        Form form = form(type, name);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < form.parameters().size(); i++) {
            if (i > 0) {
                tokens.expect(",");
            }
            arguments.add(argument(form.parameters().get(i)));
        }
        tokens.expect(")");
        return arguments.stream().allMatch(Objects::nonNull) ? insertion(type, form, arguments, name) : null;
    }

    private @Nullable Insertion insertion(OutcomeType type, Form form, List<@Nullable Object> arguments, Token name) {
        try {
            List<Object> complete =
                    arguments.stream().map(Objects::requireNonNull).toList();
            return Insertion.of(type.type(), form.constructor(), complete);
        } catch (InvalidTime e) {
            tokens.report(name.position(), e.code(), e.arguments());
            return null;
        }
    }

    /** The form of the outcome whose parameters fit the number and the kinds of the arguments. */
    private Form form(OutcomeType type, Token name) {
        List<Kind> kinds = argumentKinds();
        for (Form form : type.forms()) {
            if (form.parameters().size() == kinds.size() && fits(form, kinds)) {
                return form;
            }
        }
        if (tokens.peek().kind() == Kind.WORD && tokens.peek(1).is("(")) {
            throw tokens.lost("refused-call", tokens.peek().text());
        }
        String examples = Fault.list(OutcomeForms.examples(type, catalogue));
        tokens.report(name.position(), "outcome-arguments", type.name(), examples);
        throw new TokenStream.UnreadableRule();
    }

    private static boolean fits(Form form, List<Kind> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            Class<?> type = form.parameters().get(i).type();
            boolean decimalForm = type == BigDecimal.class && kinds.get(i) != Kind.VARIABLE;
            boolean doubleForm = type == double.class && kinds.get(i) == Kind.VARIABLE;
            boolean target = RuleVocabulary.isTarget(type) != (kinds.get(i) == Kind.SYMBOL);
            if (decimalForm || doubleForm || target) {
                return false;
            }
        }
        return true;
    }

    /** The kinds of the next arguments up to the closing bracket; a call of a factory counts as {@link Kind#SYMBOL}. */
    private List<Kind> argumentKinds() {
        List<Kind> kinds = new ArrayList<>();
        int depth = 0;
        for (int i = 0; ; i++) {
            Token token = tokens.peek(i);
            boolean closed = depth == 0 && token.is(")");
            if (closed || token.kind() == Kind.END || token.is(";") || token.is("end") || token.is("rule")) {
                return kinds;
            }
            boolean first = depth == 0 && (i == 0 || tokens.peek(i - 1).is(","));
            if (first) {
                boolean factory = token.kind() == Kind.WORD && RuleVocabulary.TARGET_UNITS.containsKey(token.text());
                kinds.add(factory ? Kind.SYMBOL : token.kind());
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private @Nullable Object argument(Parameter parameter) {
        Token token = tokens.peek();
        if (RuleVocabulary.isTarget(parameter.type())) {
            return target();
        }
        if (token.kind() == Kind.VARIABLE) {
            return variable(parameter);
        }
        if (token.is("new")
                || token.is("-")
                || tokens.peek(1).is(".")
                || tokens.peek(1).is("(")) {
            throw tokens.lost("refused-call", TokenStream.shown(token));
        }
        return literals.next(parameter);
    }

    private @Nullable Object variable(Parameter parameter) {
        Token variable = tokens.next();
        Field field = bound.get(variable.text());
        if (field == null) {
            tokens.report(variable.position(), "variable-not-bound", variable.text());
            return null;
        }
        if (field.type() != parameter.type() || field.domain() != parameter.domain()) {
            tokens.report(variable.position(), "variable-other-kind", variable.text(), parameter.name());
            return null;
        }
        return new Variable(variable.text());
    }

    private @Nullable Target target() {
        Token name = tokens.expect(Kind.WORD, Fault.text("token.target"));
        String unit = RuleVocabulary.TARGET_UNITS.get(name.text());
        if (unit == null) {
            throw tokens.lost("refused-call", name.text());
        }
        tokens.expect("(");
        BigDecimal amount = name.is(RuleVocabulary.AT_ONCE) ? BigDecimal.ZERO : amount(unit);
        tokens.expect(")");
        if (amount == null) {
            return null;
        }
        try {
            return Target.of(amount, unit);
        } catch (InvalidTime e) {
            tokens.report(name.position(), e.code(), e.arguments());
            return null;
        }
    }

    private @Nullable BigDecimal amount(String unit) {
        Token token = tokens.expect(Kind.NUMBER, Fault.text("token.number"));
        BigDecimal amount = literals.decimal(token);
        int most = Target.most(unit);
        if (amount != null && amount.compareTo(BigDecimal.valueOf(most)) > 0) {
            tokens.report(token.position(), "number-out-of-range", token.text(), 0, most);
            return null;
        }
        return amount;
    }
}
