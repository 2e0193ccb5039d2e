package io.quanyi.decision.advice;

import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import java.util.List;
import java.util.function.Consumer;

/**
 * A change of a request.
 *
 * @param code the kind of change, as a code
 * @param set the members of the request that it sets
 * @param to sets the members
 */
record RequestChange(String code, List<Setting> set, Consumer<RequestBuilder> to) {

    RequestChange(String code, Consumer<RequestBuilder> to, Setting... set) {
        this(code, List.of(set), to);
    }

    /** Whether it leads to another price: of a higher plan or of a special service. */
    boolean costs() {
        return code.equals("choose-plan") || code.equals("buy-special-service");
    }

    /** The request with the change. */
    DecisionRequest in(DecisionRequest request) {
        RequestBuilder builder = RequestBuilder.from(request);
        to.accept(builder);
        return builder.request();
    }
}
