package io.quanyi.web.standard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign standard that the service implements, with its paths. On these paths, the provisions of the standard about errors, request ids
 * and credentials replace those of the service.
 */
public enum Standard {
    /** The Authorization API of OpenID AuthZEN. */
    AUTHZEN("(?:/authzen/[^/]*)?/access/v1/.*", "/\\.well-known/authzen-configuration(?:/.*)?"),

    /** The Remote Evaluation Protocol of OpenFeature. */
    OFREP("/ofrep/v1/evaluate/.*", "/ofrep/.*"),

    /** The Model Context Protocol, over streamable HTTP. */
    MCP("/mcp");

    private final Pattern deciding;
    private final Pattern all;

    /**
     * @param deciding the paths at which questions are decided
     * @param others further paths
     */
    Standard(String deciding, String... others) {
        this.deciding = Pattern.compile(deciding);
        this.all = Pattern.compile(
                Stream.concat(Stream.of(deciding), Arrays.stream(others)).collect(Collectors.joining("|")));
    }

    /** The standard of a request, if it is at the path of one; of an error that the server reports, of the request that failed. */
    public static Optional<Standard> of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String reported ? reported : request.getRequestURI();
        return path == null
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(one -> one.all.matcher(path).matches())
                        .findFirst();
    }

    /** Whether questions are decided at a path in the terms of a standard. */
    public static boolean decides(String path) {
        return Arrays.stream(values())
                .anyMatch(one -> one.deciding.matcher(path).matches());
    }
}
