package io.quanyi.decision.document;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import io.quanyi.wire.ProblemError;
import java.util.List;
import java.util.Objects;

/** The decisions about every service for one customer, in the order of the catalogue. */
public record SheetAnswer(ReleaseId release, List<SheetEntry> decisions) {

    /** The answer about one service: a decision, or a problem. */
    public sealed interface SheetEntry {}

    /** A decision about one service, which stands in the list as it is. */
    public record ServiceDecision(@JsonValue DecisionAnswer decision) implements SheetEntry {}

    /** A problem of one service. */
    public record ServiceProblem(
            String kind,
            String service,
            String type,
            String title,
            int status,
            String code,
            String detail,
            List<ProblemError> errors,
            int omitted)
            implements SheetEntry {

        public static final String KIND = "problem";

        static ServiceProblem of(String service, RequestRefused refused, Language language) {
            Problem problem = RefusalProblem.of(refused, language);
            return new ServiceProblem(
                    KIND,
                    service,
                    problem.type(),
                    problem.title(),
                    problem.status(),
                    problem.code(),
                    problem.detail(),
                    problem.errors(),
                    problem.omitted());
        }
    }

    public static SheetAnswer of(Sheet sheet, AnswerWords words) {
        List<SheetEntry> entries =
                sheet.entries().stream().map(entry -> entry(entry, words)).toList();
        return new SheetAnswer(sheet.release(), entries);
    }

    private static SheetEntry entry(Sheet.Entry entry, AnswerWords words) {
        return entry.decision() != null
                ? new ServiceDecision(AnswerWriter.answer(entry.decision(), words))
                : ServiceProblem.of(entry.service(), Objects.requireNonNull(entry.problem()), words.language());
    }
}
