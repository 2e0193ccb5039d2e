package io.quanyi.policy.edit;

import io.quanyi.policy.reading.Lexer;
import io.quanyi.policy.reading.Token;
import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Splits the text of a rule file into rules and their parts, by form alone. Names and values are not checked, because a draft has faults most of the
 * time and must still be editable.
 */
final class RuleParser {

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final String text;
    private final List<Token> tokens;
    private int at;

    /** Signals that a rule has a form that the language does not have. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    RuleParser(String text) {
        this.text = text;
        this.tokens = new Lexer("", text, new Faults()).tokens();
    }

    /** The tokens of a text. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new Lexer("", text, new Faults()).tokens();
        return tokens.subList(0, tokens.size() - 1);
    }

    /**
     * Reads the rules in the order written.
     *
     * @param unreadable receives the lines on which the rules begin that have another form
     */
    List<WrittenRule> rules(List<Integer> unreadable) {
        List<WrittenRule> rules = new ArrayList<>();
        while (!isEnd()) {
            Token start = next();
            if (start.is("rule")) {
                try {
                    rules.add(rule(start));
                } catch (Unreadable e) {
                    unreadable.add(start.position().line());
                    skipRule();
                }
            }
        }
        return rules;
    }

    private void skipRule() {
        while (!isEnd() && !peek().is("rule")) {
            if (next().is("end")) {
                return;
            }
        }
    }

    private WrittenRule rule(Token start) {
        WrittenValue title = value(expect(Kind.TEXT));
        List<WrittenAnnotation> annotations = new ArrayList<>();
        while (peek().is("@")) {
            annotations.add(annotation());
        }
        Token when = expect("when");
        List<WrittenPattern> patterns = new ArrayList<>();
        while (!peek().is("then")) {
            patterns.add(pattern());
        }
        Token then = next();
        List<WrittenInsertion> insertions = new ArrayList<>();
        while (peek().is("insert")) {
            insertions.add(insertion());
        }
        Token end = expect("end");
        return new WrittenRule(
                span(start, end), title, annotations, span(when, when), patterns, span(then, then), insertions);
    }

    private WrittenAnnotation annotation() {
        Token start = next();
        String name = expect(Kind.WORD).text();
        Token open = expect("(");
        List<WrittenValue> values = listed(this::annotationValue);
        Token close = expect(")");
        return new WrittenAnnotation(span(start, close), name, inside(open, close), values);
    }

    /** A text, or an id, which consists of several tokens. */
    private WrittenValue annotationValue() {
        Token first = next();
        if (first.kind() == Kind.TEXT) {
            return value(first);
        }
        Token last = first;
        while (peek().start() == last.end()
                && (peek().kind() == Kind.WORD || peek().kind() == Kind.NUMBER || peek().is("-"))) {
            last = next();
        }
        if (first.kind() != Kind.WORD && first.kind() != Kind.NUMBER && !first.is("-")) {
            throw new Unreadable();
        }
        return new WrittenValue(span(first, last), text.substring(first.start(), last.end()));
    }

    private WrittenPattern pattern() {
        Token start = peek();
        String quantifier = start.is("not") || start.is("exists") ? next().text() : "";
        Token fact = expect(Kind.WORD);
        Token open = expect("(");
        List<WrittenConstraint> constraints = peek().is(")") ? List.of() : listed(this::constraint);
        Token close = expect(")");
        Token end = peek().is(";") ? next() : close;
        return new WrittenPattern(span(start, end), quantifier, value(fact), inside(open, close), constraints);
    }

    private WrittenConstraint constraint() {
        Token start = next();
        if (start.kind() == Kind.VARIABLE) {
            WrittenValue sign = value(expect(WrittenConstraint.STANDS_FOR));
            Token field = expect(Kind.WORD);
            TextRange all = span(start, field);
            return new WrittenConstraint(all, field.text(), sign, all, List.of(value(start)));
        }
        if (start.kind() != Kind.WORD) {
            throw new Unreadable();
        }
        Token operator = next();
        if (operator.is("in")) {
            return membership(start, value(operator));
        }
        if (operator.is("not")) {
            return membership(start, new WrittenValue(span(operator, expect("in")), "not in"));
        }
        if (operator.kind() != Kind.SYMBOL || !OPERATORS.contains(operator.text())) {
            throw new Unreadable();
        }
        WrittenValue operand = operand();
        TextRange all = new TextRange(start.start(), operand.span().end());
        return new WrittenConstraint(all, start.text(), value(operator), all, List.of(operand));
    }

    private WrittenConstraint membership(Token field, WrittenValue operator) {
        Token open = expect("(");
        List<WrittenValue> values = listed(this::operand);
        Token close = expect(")");
        return new WrittenConstraint(span(field, close), field.text(), operator, inside(open, close), values);
    }

    private WrittenInsertion insertion() {
        Token start = next();
        expect("(");
        expect("new");
        Token type = expect(Kind.WORD);
        Token open = expect("(");
        List<WrittenValue> arguments = peek().is(")") ? List.of() : listed(this::operand);
        Token close = expect(")");
        expect(")");
        return new WrittenInsertion(span(start, expect(";")), type.text(), inside(open, close), arguments);
    }

    /** A literal, a variable, or a time such as {@code hours(4)}. */
    private WrittenValue operand() {
        Token first = next();
        if (first.kind() == Kind.WORD && peek().is("(")) {
            next();
            String amount = peek().kind() == Kind.NUMBER ? next().text() : "";
            return new WrittenValue(span(first, expect(")")), first.text() + "(" + amount + ")");
        }
        if (first.kind() == Kind.SYMBOL || first.kind() == Kind.BROKEN || first.kind() == Kind.END) {
            throw new Unreadable();
        }
        return value(first);
    }

    private <T> List<T> listed(Supplier<T> read) {
        List<T> list = new ArrayList<>(List.of(read.get()));
        while (peek().is(",")) {
            next();
            list.add(read.get());
        }
        return list;
    }

    private WrittenValue value(Token token) {
        return new WrittenValue(span(token, token), text.substring(token.start(), token.end()));
    }

    private static TextRange span(Token first, Token last) {
        return new TextRange(first.start(), last.end());
    }

    private static TextRange inside(Token open, Token close) {
        return new TextRange(/* start= */ open.end(), /* end= */ close.start());
    }

    private Token expect(String written) {
        if (!peek().is(written)) {
            throw new Unreadable();
        }
        return next();
    }

    private Token expect(Kind kind) {
        if (peek().kind() != kind) {
            throw new Unreadable();
        }
        return next();
    }

    private boolean isEnd() {
        return peek().kind() == Kind.END;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
