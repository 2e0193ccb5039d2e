package io.quanyi.web;

/** A body that comes more slowly than is waited for. */
final class BodyTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
        super("body too slow", null, false, false);
    }
}
