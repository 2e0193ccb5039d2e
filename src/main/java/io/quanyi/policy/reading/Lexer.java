package io.quanyi.policy.reading;

import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a rule file into tokens. Deceptive characters, which look different to a person than to a compiler, are refused even in
 * comments: backslashes, control characters, invisible characters and changes of direction.
 */
public final class Lexer {

    private static final int MAX_TEXT_LENGTH = 300;
    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||", "->");
    private static final String SINGLES = "(){}[],:;.<>@*=+-/!?%&|^~#";

    /** A date such as 2018-09-17, which is one token. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private final StrayCharacters strays = new StrayCharacters();
    private int at;
    private int line = 1;
    private int lineStart;

    public Lexer(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** All tokens; the last marks the end of the file. */
    public List<Token> tokens() {
        DeceptiveCharacters.refuse(file, text, Lexer::isUnfit, faults);
        while (at < text.length()) {
            next();
        }
        strays.report(faults);
        tokens.add(new Token(Token.Kind.END, "", here(), at, at));
        return tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            newLine();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOfLine();
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"') {
            literal();
        } else if (c == '\'') {
            faults.add(Fault.at(here(), "single-quotes"));
            broken(endOfLine());
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (isWordStart(c)) {
            word();
        } else {
            symbol();
        }
    }

    private void comment() {
        Position start = here();
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            faults.add(Fault.at(start, "comment-not-closed"));
            end = text.length() - 2;
        }
        while (at < end + 2) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private void literal() {
        Position start = here();
        int from = at;
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end++;
        }
        if (end == text.length() || text.charAt(end) == '\n') {
            faults.add(Fault.at(start, "text-not-closed"));
            broken(end);
            return;
        }
        if (end - from - 1 > MAX_TEXT_LENGTH) {
            faults.add(Fault.at(start, "text-too-long", end - from - 1, MAX_TEXT_LENGTH));
        }
        tokens.add(new Token(Token.Kind.TEXT, text.substring(from + 1, end), start, from, end + 1));
        at = end + 1;
    }

    /** Reads a number or a date. */
    private void number() {
        int from = at;
        Position start = here();
        Matcher date = DATE.matcher(text).region(at, text.length());
        if (date.lookingAt()) {
            at = date.end();
        }
        while (at < text.length() && (isWordPart(text.charAt(at)) || decimalPoint())) {
            at++;
        }
        String written = text.substring(from, at);
        tokens.add(new Token(Token.Kind.NUMBER, written, start, from, at));
    }

    private boolean decimalPoint() {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.digit(text.charAt(at + 1), 10) >= 0
                && text.charAt(at + 1) < 128;
    }

    private void word() {
        int from = at;
        Position start = here();
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        Token.Kind kind = word.startsWith("$") ? Token.Kind.VARIABLE : Token.Kind.WORD;
        tokens.add(new Token(kind, word, start, from, at));
    }

    private void symbol() {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        int length = PAIRS.contains(pair) ? 2 : 1;
        if (length == 1 && SINGLES.indexOf(text.charAt(at)) < 0) {
            int point = text.codePointAt(at);
            if (!isDeceptive(at)) {
                strays.add(point, here());
            }
            broken(at + Character.charCount(point));
            return;
        }
        tokens.add(new Token(Token.Kind.SYMBOL, text.substring(at, at + length), here(), at, at + length));
        at += length;
    }

    private void broken(int end) {
        tokens.add(new Token(Token.Kind.BROKEN, text.substring(at, end), here(), at, end));
        at = end;
    }

    /** Whether a character is refused beyond the deceptive ones: a backslash, which can hide the next character, or an unassigned one. */
    private static boolean isUnfit(int point) {
        return point == '\\' || Character.getType(point) == Character.UNASSIGNED;
    }

    private boolean isDeceptive(int index) {
        return DeceptiveCharacters.isOneAt(text, index) || isUnfit(text.codePointAt(index));
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9');
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private Position here() {
        return new Position(file, line, at - lineStart + 1);
    }
}
