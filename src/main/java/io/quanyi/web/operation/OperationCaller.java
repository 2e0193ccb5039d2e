package io.quanyi.web.operation;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Calls operations of the HTTP interface within a request of another protocol. An operation answers as it answers a program: by the same
 * releases, within the same bounds, with the same log, and with the same problem documents. Whether the caller has its role has to be
 * known before.
 */
@Component
public class OperationCaller {

    private static final byte[] NO_BODY = {};

    private final DispatcherServlet operations;

    OperationCaller(DispatcherServlet operations) {
        this.operations = operations;
    }

    /**
     * The answer of an operation.
     *
     * @param status the status of HTTP
     * @param body the JSON; a problem document if the status is an error
     */
    public record Answer(HttpStatusCode status, String body) {}

    /**
     * The request within which an operation is called, with its response.
     *
     * @param language the language of the answer, as a tag
     */
    public record Outer(HttpServletRequest request, HttpServletResponse response, String language) {}

    /**
     * Reads.
     *
     * @param path the encoded path
     * @param query the encoded query; null for none
     */
    public Answer get(Outer outer, String path, @Nullable String query) {
        return call(
                outer, new OperationRequest(outer.request(), HttpMethod.GET, path, query, outer.language(), NO_BODY));
    }

    /**
     * Sends a body.
     *
     * @param path the encoded path
     * @param body the body as JSON
     */
    public Answer post(Outer outer, String path, byte[] body) {
        return call(outer, new OperationRequest(outer.request(), HttpMethod.POST, path, null, outer.language(), body));
    }

    private Answer call(Outer outer, OperationRequest request) {
        OperationAnswer answer = new OperationAnswer(outer.response());
        try {
            operations.service(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("an operation failed", e);
        }
        return new Answer(HttpStatusCode.valueOf(answer.getStatus()), answer.body());
    }
}
