package io.quanyi.web.filter;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * A request whose {@code Accept} header has been checked, and which has no locale: {@link RequestLanguage} reads the language, while the
 * server fails on some languages that callers can write.
 */
final class CheckedRequest extends HttpServletRequestWrapper {

    private final String accepted;

    /**
     * A request.
     *
     * @param accepted the header {@code Accept}, as {@link AcceptHeader} leaves it
     */
    CheckedRequest(HttpServletRequest request, String accepted) {
        super(request);
        this.accepted = accepted;
    }

    @Override
    public String getHeader(String name) {
        return isAccept(name) ? accepted : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAccept(name) ? Collections.enumeration(List.of(accepted)) : super.getHeaders(name);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new ReadableInput(super.getInputStream());
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.ROOT));
    }

    private static boolean isAccept(String name) {
        return name.equalsIgnoreCase(HttpHeaders.ACCEPT);
    }
}
