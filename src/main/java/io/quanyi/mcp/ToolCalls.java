package io.quanyi.mcp;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the operations behind tools, within the process. An operation answers a tool as it answers a program: by the same releases, within
 * the same bounds, with the same log, and with the same problem documents.
 */
@Component
class ToolCalls {

    private static final Pattern ARGUMENT_OF_PATH = Pattern.compile("\\{(\\w+)}");

    private final DispatcherServlet operations;
    private final JsonMapper mapper;

    ToolCalls(DispatcherServlet operations, JsonMapper mapper) {
        this.operations = operations;
        this.mapper = mapper;
    }

    /**
     * The result of a call.
     *
     * @param refused whether the answer is a problem document
     * @param answer the JSON that the operation answered
     */
    record Result(boolean refused, String answer) {}

    /** Whether the caller has the role that a tool needs. */
    static boolean permits(Tool tool) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> tool.role().word().equals(authority.getAuthority()));
    }

    /**
     * Calls the operation of a tool.
     *
     * @param given the arguments
     * @param request the request of the assistant, whose caller and bounds hold
     */
    Result call(Tool tool, Map<String, Object> given, HttpServletRequest request, HttpServletResponse response) {
        Language preferred = RequestLanguage.of(request);
        if (!permits(tool)) {
            return refused(Problem.of(
                    HttpStatus.FORBIDDEN.value(),
                    "forbidden",
                    preferred,
                    tool.role().word()));
        }
        Map<String, Object> arguments = new LinkedHashMap<>(given);
        try {
            String language = language(arguments).tag(preferred);
            return performed(operation(tool, arguments, language, request), response);
        } catch (FaultsFound faults) {
            return refused(Problem.malformed(faults.faults(), preferred));
        }
    }

    /** Takes the language out of the arguments. */
    private AnswerLanguage language(Map<String, Object> arguments) {
        Map<String, Object> language = new LinkedHashMap<>();
        if (arguments.containsKey(AnswerLanguage.NAME)) {
            language.put(AnswerLanguage.NAME, arguments.remove(AnswerLanguage.NAME));
        }
        return bound(language, AnswerLanguage.class);
    }

    private OperationRequest operation(
            Tool tool, Map<String, Object> arguments, String language, HttpServletRequest request) {
        if (HttpMethod.POST.equals(tool.method())) {
            byte[] body = mapper.writeValueAsBytes(arguments);
            return new OperationRequest(request, tool.method(), tool.path(), null, language, body);
        }
        bound(arguments, tool.arguments());
        arguments.values().removeIf(Objects::isNull);
        String path = ARGUMENT_OF_PATH.matcher(tool.path()).replaceAll(name -> {
            String value = String.valueOf(arguments.remove(name.group(1)));
            return Matcher.quoteReplacement(UriUtils.encode(value, StandardCharsets.UTF_8));
        });
        String query = arguments.entrySet().stream()
                .map(member -> member.getKey() + "="
                        + UriUtils.encode(String.valueOf(member.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new OperationRequest(
                request, tool.method(), path, query.isEmpty() ? null : query, language, new byte[0]);
    }

    /** Binds arguments as strictly as a body. */
    private <T extends Record> T bound(Map<String, Object> arguments, Class<T> type) {
        return new RecordBinder(new Faults()).require(JsonReader.read(mapper.writeValueAsBytes(arguments)), type);
    }

    private Result performed(OperationRequest operation, HttpServletResponse response) {
        OperationAnswer answer = new OperationAnswer(response);
        try {
            operations.service(operation, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("an operation failed", e);
        }
        return new Result(!answer.isSuccess(), answer.body());
    }

    private Result refused(Problem problem) {
        return new Result(true, mapper.writeValueAsString(problem));
    }
}
