package io.quanyi.policy.reading;

import java.util.Map;
import java.util.Set;

/**
 * Maps words of full DRL that this language does not allow to the codes of faults, whose texts tell the allowed alternative.
 */
final class DrlRefusals {

    private static final Map<String, String> HEADER = Map.ofEntries(
            Map.entry("global", "refused-global"),
            Map.entry("function", "refused-function"),
            Map.entry("query", "refused-query"),
            Map.entry("declare", "refused-declaration"),
            Map.entry("import", "refused-import"),
            Map.entry("unit", "refused-unit"),
            Map.entry("dialect", "refused-attribute"),
            Map.entry("expander", "refused-expander"),
            Map.entry("template", "refused-expander"));

    private static final Map<String, String> CONDITION = Map.ofEntries(
            Map.entry("or", "refused-or"),
            Map.entry("||", "refused-or"),
            Map.entry("and", "refused-and"),
            Map.entry("&&", "refused-and"),
            Map.entry("eval", "refused-eval"),
            Map.entry("from", "refused-from"),
            Map.entry("accumulate", "refused-accumulate"),
            Map.entry("acc", "refused-accumulate"),
            Map.entry("collect", "refused-accumulate"),
            Map.entry("groupby", "refused-accumulate"),
            Map.entry("forall", "refused-forall"),
            Map.entry("over", "refused-window"),
            Map.entry("entry", "refused-from"),
            Map.entry("do", "refused-attribute"),
            Map.entry("if", "refused-or"),
            Map.entry("matches", "refused-operator"),
            Map.entry("contains", "refused-operator"),
            Map.entry("memberOf", "refused-operator"),
            Map.entry("soundslike", "refused-operator"),
            Map.entry("str", "refused-operator"),
            Map.entry("excludes", "refused-operator"),
            Map.entry("after", "refused-operator"),
            Map.entry("before", "refused-operator"),
            Map.entry("+", "refused-arithmetic"),
            Map.entry("-", "refused-arithmetic"),
            Map.entry("*", "refused-arithmetic"),
            Map.entry("/", "refused-arithmetic"),
            Map.entry("%", "refused-arithmetic"),
            Map.entry(".", "refused-call"),
            Map.entry("[", "refused-call"),
            Map.entry("this", "refused-call"),
            Map.entry("new", "refused-call"),
            Map.entry("#", "refused-call"));

    /** The first words of attributes that DRL allows between the name of a rule and {@code when}. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "enabled",
            "date",
            "no",
            "lock",
            "auto",
            "agenda",
            "activation",
            "ruleflow",
            "timer",
            "duration",
            "calendars",
            "dialect",
            "attributes");

    private static final Set<String> PART = Set.of("then", "insert", "end", "rule");
    private static final Set<String> RULE = Set.of("rule", "when", "then", "end");

    private DrlRefusals() {}

    /** The code of the fault for a word outside rules. */
    static String outsideRules(Token token) {
        return HEADER.getOrDefault(token.text(), "refused-outside-rules");
    }

    /** The code of the fault for a word in a condition. */
    static String inCondition(Token token) {
        return token.kind() == Token.Kind.TEXT
                ? "condition-not-understood"
                : CONDITION.getOrDefault(token.text(), "condition-not-understood");
    }

    /** Whether a word is an attribute, and not only a sign that {@code when} is missing. */
    static boolean isRuleHeader(Token token) {
        return token.kind() == Token.Kind.WORD && !RULE.contains(token.text());
    }

    /** The code of the fault for a word between the name of a rule and {@code when}. */
    static String inRuleHeader(Token token) {
        if (token.is("extends")) {
            return "refused-extends";
        }
        return ATTRIBUTES.contains(token.text()) ? "refused-attribute" : "word-after-name";
    }

    /** Whether a token begins the part after a condition or after a rule, so that something before it is missing. */
    static boolean endsAPart(Token token) {
        return token.kind() == Token.Kind.END || (token.kind() == Token.Kind.WORD && PART.contains(token.text()));
    }
}
