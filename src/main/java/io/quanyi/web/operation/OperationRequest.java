package io.quanyi.web.operation;

import io.quanyi.web.operation.OperationCaller.Outer;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The request of an operation that is called within another request: with members of a path, a query and a language of its own, and with the
 * caller and the bounds of the outer request. Attributes that the web framework left on the outer request are about another address, and are
 * not seen.
 */
final class OperationRequest extends HttpServletRequestWrapper {

    private static final String FRAMEWORK = "org.springframework.";

    private final @Nullable String query;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();

    /**
     * @param members the members of the path by their names
     * @param query the encoded query; null for none
     */
    OperationRequest(Outer outer, Map<String, String> members, @Nullable String query) {
        super(outer.request());
        this.query = query;
        headers.put(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        headers.put(HttpHeaders.ACCEPT_LANGUAGE, outer.language().tag());
        attributes.put(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, members);
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = headers.get(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    /** The members of a query are read from the query itself. */
    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object own = attributes.get(name);
        return own != null || name.startsWith(FRAMEWORK) ? own : super.getAttribute(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(Set.copyOf(attributes.keySet()));
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }
}
