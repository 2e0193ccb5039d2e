package io.quanyi.web;

import org.springframework.core.Ordered;

/** The order in which a request passes the filters. */
public final class FilterOrder {

    public static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;
    public static final int SECURITY_HEADERS = REQUEST_ID + 1;
    public static final int RETRY = REQUEST_ID + 2;
    public static final int SYNTAX = REQUEST_ID + 3;
    public static final int FORWARDED = REQUEST_ID + 4;
    public static final int HOST = REQUEST_ID + 5;
    public static final int ORIGIN = REQUEST_ID + 6;
    public static final int BODY = REQUEST_ID + 7;
    public static final int MEMORY = BODY + 1;

    private FilterOrder() {}
}
