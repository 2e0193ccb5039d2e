package io.quanyi.authzen;

import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reason why a question cannot be decided.
 *
 * @param status the status of HTTP that the question would have if it were a request of its own: 400 if its form is wrong, 404 for ids
 *     that are not known, 422 if it lacks facts or contradicts itself, 500 if the service failed
 * @param code the kind of problem
 * @param pointers the places in the question, each once
 * @param message everything that is wrong, in words
 */
public record EvaluationError(int status, String code, List<String> pointers, String message) {

    /** The largest number of faults that are listed. */
    private static final int MAX_FAULTS = 20;

    /** The error of a refusal whose faults have pointers into the question. */
    public static EvaluationError of(RequestRefused refused, Language language) {
        int status = refused.stage() == Stage.UNKNOWN_IDS ? 404 : refused.stage() == Stage.MALFORMED ? 400 : 422;
        return of(status, refused.code(), refused.faults(), language);
    }

    /** The error of a question whose form is wrong. */
    static EvaluationError malformed(List<Fault> faults, Language language) {
        return of(400, "malformed", faults, language);
    }

    /** An error whose code has a text of its own. */
    static EvaluationError of(int status, String code, Language language) {
        return new EvaluationError(status, code, List.of(), Texts.of(language, "problem." + code + ".detail"));
    }

    private static EvaluationError of(int status, String code, List<Fault> faults, Language language) {
        return new EvaluationError(
                status,
                code,
                faults.stream().map(Fault::pointer).distinct().limit(MAX_FAULTS).toList(),
                faults.stream()
                        .map(fault -> fault.message(language))
                        .distinct()
                        .limit(MAX_FAULTS)
                        .collect(Collectors.joining("; ")));
    }
}
