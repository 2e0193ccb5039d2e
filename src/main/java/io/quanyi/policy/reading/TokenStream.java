package io.quanyi.policy.reading;

import io.quanyi.policy.reading.Token.Kind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.util.List;

/** Reads the tokens of a file one after another, and reports a fault when an expected token is missing. */
final class TokenStream {

    /** Signals that the rest of a rule cannot be read; the fault has been reported. */
    static final class UnreadableRule extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableRule() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final Faults faults;
    private int at;

    TokenStream(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean take(String written) {
        if (peek().is(written)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String written) {
        if (peek().is(written)) {
            return next();
        }
        throw lost("expected", "\"" + written + "\"", shown(peek()));
    }

    Token expect(Kind kind, String what) {
        if (peek().kind() == kind) {
            return next();
        }
        throw lost("expected", what, shown(peek()));
    }

    /** Expects the closing bracket of a list. */
    Token expectEnd() {
        if (peek().is(")")) {
            return next();
        }
        throw lost("expected", Fault.text("token.end-of-list"), shown(peek()));
    }

    /** Reports a fault at the next token; the caller throws the result to give up on the rule. */
    UnreadableRule lost(String code, Object... arguments) {
        if (peek().kind() != Kind.BROKEN) {
            report(peek().position(), code, arguments);
        }
        return new UnreadableRule();
    }

    /** The number of faults so far. */
    int faults() {
        return faults.count();
    }

    void report(Position position, String code, Object... arguments) {
        report(Fault.at(position, code, arguments));
    }

    void report(Fault fault) {
        faults.add(fault);
    }

    /** Skips to after the next {@code end} or before the next {@code rule}, so that the rules after a faulty one are read too. */
    void skipToNextRule() {
        while (!atEnd() && !peek().is("rule")) {
            if (next().is("end")) {
                return;
            }
        }
    }

    static String shown(Token token) {
        return switch (token.kind()) {
            case END -> Fault.text("token.end-of-file");
            case TEXT -> "\"" + token.text() + "\"";
            default -> token.text();
        };
    }
}
