package io.quanyi.authzen;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways to go through the questions of a batch. */
enum EvaluationSemantics {
    /** All are decided. */
    EXECUTE_ALL,
    /** The first that is not permitted is the last to be decided. */
    DENY_ON_FIRST_DENY,
    /** The first that is permitted is the last to be decided. */
    PERMIT_ON_FIRST_PERMIT;

    private static final String POINTER = "/options/evaluations_semantic";

    /**
     * The way that the options of a batch name.
     *
     * @param options null if there are none
     * @throws FaultsFound if they are no options, or name another way
     */
    static EvaluationSemantics of(@Nullable Tree options) {
        if (options == null || options.isNull()) {
            return EXECUTE_ALL;
        }
        if (!(options instanceof Obj object)) {
            throw new FaultsFound(List.of(Fault.at("/options", "not-an-object")));
        }
        Tree named = object.members().get("evaluations_semantic");
        if (named == null || named.isNull()) {
            return EXECUTE_ALL;
        }
        String text = named instanceof Scalar scalar && scalar.kind() == Kind.TEXT ? scalar.text() : "";
        return Arrays.stream(values())
                .filter(one -> one.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new FaultsFound(List.of(Fault.at(POINTER, "unknown-semantic", text, Fault.list(words())))));
    }

    /** Whether the questions behind one with this answer are not decided. */
    boolean endsWith(boolean decision) {
        return this != EXECUTE_ALL && decision == (this == PERMIT_ON_FIRST_PERMIT);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(EvaluationSemantics::word).toList();
    }
}
