package io.quanyi.console.rule;

import io.quanyi.console.draft.DraftScreen;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The addresses of the forms of a draft's rules and clauses. */
final class RuleAddress {

    private RuleAddress() {}

    /** The form of a rule. */
    static String of(DraftScreen screen, String rule) {
        return screen.address("rules") + "/" + encoded(rule);
    }

    /** The form of a clause. */
    static String ofClause(DraftScreen screen, String clause) {
        return screen.address("clauses") + "?clause=" + encoded(clause);
    }

    /** The form of a new rule that rests on a clause. */
    static String fresh(DraftScreen screen, String clause) {
        return screen.address("rules") + "/new?clause=" + encoded(clause);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
