package io.quanyi.web;

import org.springframework.core.Ordered;

/** The order in which a request passes the filters. */
final class FilterOrder {

    static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;
    static final int SECURITY_HEADERS = REQUEST_ID + 1;
    static final int SYNTAX = REQUEST_ID + 2;
    static final int FORWARDED = REQUEST_ID + 3;
    static final int HOST = REQUEST_ID + 4;
    static final int ORIGIN = REQUEST_ID + 5;
    static final int BODY = REQUEST_ID + 6;
    static final int MEMORY = BODY + 1;

    private FilterOrder() {}
}
