package io.quanyi.workshop.coverage;

import io.quanyi.coverage.MutationResult;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.workshop.command.Output;
import java.util.Locale;

/** Says in words which slip in a rule a mutation is. */
public final class MutationWords {

    private MutationWords() {}

    /** The words for a mutation, in the language of the call. */
    public static String of(MutationResult mutation, Output output) {
        return output.text(
                "mutation." + code(mutation.kind()),
                mutation.rule().id(),
                changed(mutation, output),
                mutation.instead());
    }

    /** The changed piece of the rule, as written; for a rule that is left out, its title. */
    private static String changed(MutationResult mutation, Output output) {
        return mutation.kind() == MutationKind.RULE_DROPPED
                ? mutation.rule().title().in(output.language())
                : mutation.what();
    }

    static String code(MutationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
