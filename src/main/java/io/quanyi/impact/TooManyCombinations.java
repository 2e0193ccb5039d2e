package io.quanyi.impact;

/** There are more combinations than are evaluated: nothing is said then, rather than something about a part of them. */
public final class TooManyCombinations extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;
    private final long count;
    private final long most;

    TooManyCombinations(String service, long count, long most) {
        super("%d combinations of %s are more than %d".formatted(count, service, most));
        this.service = service;
        this.count = count;
        this.most = most;
    }

    /** The service with so many. */
    public String service() {
        return service;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** How many there may be. */
    public long most() {
        return most;
    }
}
