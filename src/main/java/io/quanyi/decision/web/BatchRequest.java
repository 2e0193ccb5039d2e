package io.quanyi.decision.web;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.List;

/**
 * Binds the requests of a batch, each of which has to name its instant and, where it states the course of a case, the instant as of
 * which the clocks of the case are read: they are not sent at one.
 */
final class BatchRequest {

    /** The members that state the course of a case. */
    private static final List<String> COURSE = List.of("pauses", "respondedAt", "resolvedAt");

    private BatchRequest() {}

    /**
     * Binds one request.
     *
     * @param type the type of the request, which has a member {@code question}
     * @throws FaultsFound if it is no such request, with everything that is wrong with its form
     */
    static <T extends Record> T bind(Tree item, Class<T> type) {
        Faults faults = new Faults();
        if (item instanceof Obj request && lacksInstant(request, type)) {
            faults.add(Fault.at("/question/at", "member-missing", "at"));
        }
        if (item instanceof Obj request && lacksReading(request)) {
            faults.add(Fault.at("/question/asOf", "member-missing", "asOf"));
        }
        return new RecordBinder(faults).require(item, type);
    }

    /** Whether a request has no instant. A decision request without a question at all is refused for that. */
    private static boolean lacksInstant(Obj request, Class<?> type) {
        if (isAbsent(request, "question")) {
            return type != DecisionRequest.class;
        }
        return request.members().get("question") instanceof Obj question && isAbsent(question, "at");
    }

    /** Whether a request states the course of a case, and not as of when its clocks are read. */
    private static boolean lacksReading(Obj request) {
        return request.members().get("question") instanceof Obj question
                && isAbsent(question, "asOf")
                && COURSE.stream().anyMatch(member -> !isAbsent(question, member));
    }

    private static boolean isAbsent(Obj object, String member) {
        Tree value = object.members().get(member);
        return value == null || (value instanceof Scalar scalar && scalar.kind() == Kind.NULL);
    }
}
