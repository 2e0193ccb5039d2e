package io.quanyi.coverage;

import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;

/** The words of mutations in one language: which mistake in a rule each stands for. */
public final class MutationWords {

    private MutationWords() {}

    /** The words for a mutation. */
    public static String of(MutationResult mutation, Language language) {
        return Texts.of(
                language,
                "mutation." + code(mutation.kind()),
                List.of(mutation.rule().id(), changed(mutation, language), mutation.instead()));
    }

    /** The changed piece of the rule, as written; for a rule that is left out, its title. */
    private static String changed(MutationResult mutation, Language language) {
        return mutation.kind() == MutationKind.RULE_DROPPED
                ? mutation.rule().title().in(language)
                : mutation.what();
    }

    /** The code of a kind of mutation, in reports. */
    public static String code(MutationKind kind) {
        return EnumCode.of(kind);
    }
}
