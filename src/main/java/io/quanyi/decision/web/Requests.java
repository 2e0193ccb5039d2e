package io.quanyi.decision.web;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;

/** Makes requests of what was sent. */
final class Requests {

    private Requests() {}

    /**
     * Reads a body.
     *
     * @throws FaultsFound if it is no such request, with everything that is wrong with its form
     */
    static <T extends Record> T bound(Tree body, Class<T> type) {
        return bound(body, type, new Faults());
    }

    /**
     * Reads one question of many, which has to name its instant: they are not asked at one.
     *
     * @throws FaultsFound as {@link #bound} does
     */
    static DecisionRequest boundWithInstant(Tree item) {
        Faults faults = new Faults();
        if (item instanceof Obj request
                && request.members().get("question") instanceof Obj question
                && isAbsent(question, "at")) {
            faults.add(Fault.at("/question/at", "member-missing", "at"));
        }
        return bound(item, DecisionRequest.class, faults);
    }

    private static <T extends Record> T bound(Tree body, Class<T> type, Faults faults) {
        return new RecordBinder(faults).require(body, type);
    }

    private static boolean isAbsent(Obj object, String member) {
        Tree value = object.members().get(member);
        return value == null || (value instanceof Scalar scalar && scalar.kind() == Kind.NULL);
    }
}
