package io.quanyi.web.operation;

import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Calls operations of the HTTP interface within a request of another protocol. An operation answers as it answers a program: by the same
 * releases, within the same bounds, with the same log, and with the same problem documents. Only the steps that a caller within the process
 * has no use for are left out: its body is not written and read again. Whether the caller has the role of the operation has to be known before.
 */
@Component
public class OperationCaller {

    private final OperationEndpoints endpoints;
    private final HandlerExceptionResolver failures;
    private final JacksonJsonHttpMessageConverter json;

    OperationCaller(
            OperationEndpoints endpoints,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures,
            JacksonJsonHttpMessageConverter json) {
        this.endpoints = endpoints;
        this.failures = failures;
        this.json = json;
    }

    /**
     * The answer of an operation.
     *
     * @param status the status of HTTP
     * @param content the object that is written as JSON; a problem document if the status is an error
     */
    public record Answer(HttpStatusCode status, Object content) {}

    /**
     * The request within which an operation is called, with its response.
     *
     * @param language the language of the answer
     */
    public record Outer(HttpServletRequest request, HttpServletResponse response, Language language) {}

    /**
     * Reads.
     *
     * @param path the path as the operation has it, with the names of its members in braces
     * @param members the members of the path by their names, as they are
     * @param query the encoded query; null for none
     */
    public Answer get(Outer outer, String path, Map<String, String> members, @Nullable String query) {
        return call(outer, HttpMethod.GET, path, new OperationRequest(outer, members, query), null);
    }

    /**
     * Sends a body.
     *
     * @param body the body, which is bound as strictly as one that is sent
     */
    public Answer post(Outer outer, String path, Tree body) {
        return call(outer, HttpMethod.POST, path, new OperationRequest(outer, Map.of(), null), body);
    }

    /** The content of an answer as JSON, within the bounds that hold for every answer. */
    public String json(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            json.write(answer.content(), MediaType.APPLICATION_JSON, new JsonOutput(new HttpHeaders(), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Answer call(Outer outer, HttpMethod method, String path, OperationRequest request, @Nullable Tree body) {
        OperationEndpoint endpoint = endpoints.of(method, path);
        OperationAnswer answer = new OperationAnswer(outer.response());
        try {
            Object bound = body == null ? request : new RecordBinder(new Faults()).require(body, endpoint.body());
            Object returned = endpoint.invoke(new ServletWebRequest(request, answer), bound, outer.language());
            return returned instanceof ResponseEntity<?> entity
                    ? new Answer(entity.getStatusCode(), content(entity.getBody()))
                    : new Answer(HttpStatus.OK, content(returned));
        } catch (Exception | StackOverflowError e) {
            return failed(e, endpoint, request, answer);
        }
    }

    /** The answer to a failure, by the advice that answers it over HTTP. */
    private Answer failed(
            Throwable failure, OperationEndpoint endpoint, OperationRequest request, OperationAnswer answer) {
        Exception thrown = failure instanceof Exception exception ? exception : new ServletException(failure);
        if (failures.resolveException(request, answer, endpoint.method(), thrown) == null) {
            throw new IllegalStateException("an operation failed", failure);
        }
        return new Answer(HttpStatusCode.valueOf(answer.getStatus()), content(answer.content()));
    }

    private static Object content(@Nullable Object content) {
        return Objects.requireNonNull(content, "operations answer with a document");
    }

    private record JsonOutput(HttpHeaders headers, OutputStream bytes) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return bytes;
        }
    }
}
