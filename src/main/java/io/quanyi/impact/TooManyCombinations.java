package io.quanyi.impact;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;

/** There are more combinations than are evaluated: nothing is said then, rather than something about a part of them. */
public final class TooManyCombinations extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;
    private final long most;
    private final transient RulesWidth width;

    TooManyCombinations(String service, long most, RulesWidth width) {
        super("the rules of %s tell more than %d combinations apart".formatted(service, most), null, false, false);
        this.service = service;
        this.most = most;
        this.width = width;
    }

    /**
     * The rule with which to begin, and what it looks at.
     *
     * @param code of a text about a service, how many combinations are too many, the parts of a request that are told apart, a rule and
     *     its fields
     * @param file where no single rule is to blame
     */
    public Fault fault(String code, Position file) {
        Position place = width.position().equals(Position.NOWHERE) ? file : width.position();
        return Fault.at(place, code, service, most, width.dimensions(), width.rule(), width.fields());
    }
}
