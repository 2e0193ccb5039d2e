package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.answer.CatalogueNames;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.util.List;

/**
 * The names of the parts of rules in the language of the reader.
 *
 * @param catalogue the catalogue with the names of ids
 */
record RuleNames(Catalogue catalogue, Language language) {

    ConsoleTexts texts() {
        return new ConsoleTexts(language);
    }

    Punctuation punctuation() {
        return Punctuation.of(language);
    }

    String fact(String fact) {
        return known("fact." + fact, fact);
    }

    String field(String fact, String field) {
        return known("fact." + fact + "." + field, field);
    }

    String outcome(String outcome) {
        return known("console.outcome-" + outcome, known("explain.part." + outcome, outcome));
    }

    String argument(RulePlace argument) {
        Domain domain = argument.domain();
        return domain == null
                ? known("console.argument-" + argument.name(), argument.name())
                : Texts.of(language, domain.textCode());
    }

    String operator(String operator) {
        return texts().of("operator-" + code(operator));
    }

    /** The last part of the codes of texts about an operator. */
    static String code(String operator) {
        return OPERATORS.get(SYMBOLS.indexOf(operator));
    }

    /** The word for a quantifier, which is empty for a fact that has to be there. */
    String quantifier(String quantifier) {
        return texts().of("quantifier-" + (quantifier.isEmpty() ? "there-is" : quantifier));
    }

    /** The unit of a time. */
    String time(String factory) {
        return known("console.time-" + factory, factory);
    }

    /** A time in words. */
    String span(String factory, String amount) {
        String code = "console.span-" + factory;
        return Texts.has(language, code) ? Texts.of(language, code, List.of(amount)) : factory + " " + amount;
    }

    /** The name of an id. */
    String value(Domain domain, String id) {
        return new CatalogueNames(catalogue, language).name(domain, id);
    }

    private String known(String code, String otherwise) {
        return Texts.has(language, code) ? Texts.of(language, code) : otherwise;
    }

    private static final List<String> SYMBOLS = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
    private static final List<String> OPERATORS = List.of("eq", "ne", "lt", "le", "gt", "ge", "in", "not-in");
}
