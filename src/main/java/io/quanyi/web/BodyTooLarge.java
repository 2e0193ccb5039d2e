package io.quanyi.web;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Thrown when the body of a request is larger than the service reads. */
public final class BodyTooLarge extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** A body of too many bytes. */
    public BodyTooLarge() {
        this(List.of());
    }

    /** A body of too many items, with the fault that says how many. */
    public BodyTooLarge(Fault fault) {
        this(List.of(fault));
    }

    private BodyTooLarge(List<Fault> faults) {
        super("body too large");
        this.faults = faults;
    }

    @Override
    public Problem problem(Language language) {
        return faults.isEmpty()
                ? StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE, language)
                : Problem.of(HttpStatus.CONTENT_TOO_LARGE.value(), "body-too-large", faults, language);
    }
}
