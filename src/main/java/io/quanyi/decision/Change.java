package io.quanyi.decision;

import io.quanyi.decision.Decision.Setting;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that a customer, or whoever asks, could do differently.
 *
 * @param code what it is
 * @param set the members of the request that it sets
 * @param to makes the request that has them
 */
record Change(String code, List<Setting> set, UnaryOperator<DecisionRequest> to) {

    Change(String code, UnaryOperator<DecisionRequest> to, Setting... set) {
        this(code, List.of(set), to);
    }
}
