package io.quanyi.console;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Checks and encodes addresses of the console that stand in the query of another: they say where a person came from. */
public final class OwnAddress {

    /** The first page of the console. */
    public static final String START = "/console";

    /** Addresses of the console itself, without characters that could end a header or lead elsewhere. */
    private static final Pattern OWN = Pattern.compile("/console(?:/[\\w.%~-]*)*(?:\\?[\\w.%~&=+:-]*)?");

    private OwnAddress() {}

    /** The address, if it is one of the console; its start otherwise. */
    public static String of(String address) {
        return OWN.matcher(address).matches() ? address : START;
    }

    /** An address as the value of a parameter. */
    public static String encoded(String address) {
        return UriUtils.encodeQueryParam(address, StandardCharsets.UTF_8)
                .replace("&", "%26")
                .replace("+", "%2B");
    }
}
