package io.quanyi.impact.budget;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;

/** Signals that a service has more combinations than are evaluated: it then has no result, because a partial one would mislead. */
public final class TooManyCombinations extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;
    private final long most;
    private final transient WidestRule widest;

    /**
     * Says which bound was exceeded and by which rule.
     *
     * @param service the id of the service
     * @param most the bound
     * @param widest the rule that distinguishes most combinations
     */
    public TooManyCombinations(String service, long most, WidestRule widest) {
        super("the rules of %s tell more than %d combinations apart".formatted(service, most), null, false, false);
        this.service = service;
        this.most = most;
        this.widest = widest;
    }

    /**
     * A fault that names the widest rule and the fields that it reads.
     *
     * @param code the code of a text with five arguments: service, bound, dimensions with their numbers of values, rule, fields
     * @param file the position to report if no rule is known
     */
    public Fault fault(String code, Position file) {
        Position place = widest.position().equals(Position.NOWHERE) ? file : widest.position();
        return Fault.at(place, code, service, most, widest.dimensions(), widest.rule(), widest.fields());
    }
}
