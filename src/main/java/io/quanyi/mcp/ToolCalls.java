package io.quanyi.mcp;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.web.RequestLanguage;
import io.quanyi.web.operation.OperationCaller;
import io.quanyi.web.operation.OperationCaller.Answer;
import io.quanyi.web.operation.OperationCaller.Outer;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final OperationCaller operations;
    private final JsonMapper mapper;
    private final boolean open;

    ToolCalls(OperationCaller operations, JsonMapper mapper, AcceptedCredentials credentials) {
        this.operations = operations;
        this.mapper = mapper;
        this.open = !credentials.areConfigured();
    }

    /**
     * The result of a call.
     *
     * @param refused whether the answer is a problem document
     * @param answer the JSON that the operation answered
     */
    record Result(boolean refused, String answer) {}

    /** Whether the caller has the role that a tool needs; without credentials everybody has it. */
    boolean permits(Tool tool) {
        if (open) {
            return true;
        }
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
    Result call(Tool tool, Obj given, HttpServletRequest request, HttpServletResponse response) {
        Language preferred = RequestLanguage.of(request);
        if (!permits(tool)) {
            return refused(Problem.of(
                    HttpStatus.FORBIDDEN.value(),
                    "forbidden",
                    preferred,
                    tool.role().word()));
        }
        Map<String, Tree> arguments = new LinkedHashMap<>(given.members());
        try {
            Language language = language(arguments).or(preferred);
            Answer answer = answer(tool, arguments, new Outer(request, response, language));
            return new Result(answer.status().isError(), operations.json(answer));
        } catch (FaultsFound faults) {
            return refused(Problem.malformed(faults.faults(), preferred));
        } catch (BoundExceeded exceeded) {
            return refused(exceeded.problem(preferred));
        }
    }

    /** Takes the language out of the arguments. */
    private static AnswerLanguage language(Map<String, Tree> arguments) {
        Tree named = arguments.remove(AnswerLanguage.NAME);
        return named == null
                ? new AnswerLanguage(null)
                : bound(Map.of(AnswerLanguage.NAME, named), AnswerLanguage.class);
    }

    private Answer answer(Tool tool, Map<String, Tree> arguments, Outer outer) {
        if (HttpMethod.POST.equals(tool.method())) {
            return operations.post(outer, tool.path(), new Obj(arguments));
        }
        bound(arguments, tool.arguments());
        Map<String, String> ofPath = new LinkedHashMap<>();
        List<String> ofQuery = new ArrayList<>();
        arguments.forEach((name, value) -> {
            if (tool.path().contains("{" + name + "}")) {
                ofPath.put(name, text(value));
            } else if (!value.isNull()) {
                ofQuery.add(name + "=" + UriUtils.encode(text(value), StandardCharsets.UTF_8));
            }
        });
        return operations.get(outer, tool.path(), ofPath, ofQuery.isEmpty() ? null : String.join("&", ofQuery));
    }

    /** The text of an argument that was bound to a single value. */
    private static String text(Tree value) {
        return ((Scalar) value).text();
    }

    /** Binds arguments as strictly as a body. */
    private static <T extends Record> T bound(Map<String, Tree> arguments, Class<T> type) {
        return new RecordBinder(new Faults()).require(new Obj(arguments), type);
    }

    private Result refused(Problem problem) {
        return new Result(true, mapper.writeValueAsString(problem));
    }
}
