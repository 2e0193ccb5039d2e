package io.quanyi.mcp;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import io.quanyi.web.operation.OperationCaller;
import io.quanyi.web.operation.OperationCaller.Answer;
import io.quanyi.web.operation.OperationCaller.Outer;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Calls the operations behind tools, with their arguments as body, or as members of path and query. */
@Component
class ToolCalls {

    private static final Pattern ARGUMENT_OF_PATH = Pattern.compile("\\{(\\w+)}");

    private final OperationCaller operations;
    private final JsonMapper mapper;

    ToolCalls(OperationCaller operations, JsonMapper mapper) {
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
            Answer answer = answer(tool, arguments, new Outer(request, response, language));
            return new Result(answer.status().isError(), answer.body());
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

    private Answer answer(Tool tool, Map<String, Object> arguments, Outer outer) {
        if (HttpMethod.POST.equals(tool.method())) {
            return operations.post(outer, tool.path(), mapper.writeValueAsBytes(arguments));
        }
        bound(arguments, tool.arguments());
        arguments.values().removeIf(Objects::isNull);
        String path = ARGUMENT_OF_PATH
                .matcher(tool.path())
                .replaceAll(name -> Matcher.quoteReplacement(encoded(arguments.remove(name.group(1)))));
        String query = arguments.entrySet().stream()
                .map(member -> member.getKey() + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
        return operations.get(outer, path, query.isEmpty() ? null : query);
    }

    private static String encoded(@Nullable Object value) {
        return UriUtils.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** Binds arguments as strictly as a body. */
    private <T extends Record> T bound(Map<String, Object> arguments, Class<T> type) {
        return new RecordBinder(new Faults()).require(JsonReader.read(mapper.writeValueAsBytes(arguments)), type);
    }

    private Result refused(Problem problem) {
        return new Result(true, mapper.writeValueAsString(problem));
    }
}
