package io.quanyi.decision.request;

/** The patterns of texts in requests. */
public final class RequestPatterns {

    public static final String ID = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";
    static final String REGION = "[A-Z]{2}";
    static final String CURRENCY = "[A-Z]{3}";
    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    /** A text without line breaks and other control characters. */
    public static final String ONE_LINE = "[^\\p{Cntrl}]*";

    private RequestPatterns() {}
}
