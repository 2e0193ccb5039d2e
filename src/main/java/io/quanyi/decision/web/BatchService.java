package io.quanyi.decision.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.document.BatchAnswer;
import io.quanyi.decision.document.BatchAnswer.BatchProblem;
import io.quanyi.decision.document.BatchRequest;
import io.quanyi.decision.document.KeyedAnswer;
import io.quanyi.decision.document.RefusalProblem;
import io.quanyi.decision.document.SheetBatchAnswer;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.log.FailureText;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.DocumentStream;
import io.quanyi.wire.DocumentStream.Parsed;
import io.quanyi.wire.DocumentStream.Refused;
import io.quanyi.wire.Problem;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers the requests of a batch in their order, all by one state of the releases. A failure of one request is its own answer, and does not
 * affect the others.
 */
@Component
class BatchService {

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);

    private final DecisionService service;

    BatchService(DecisionService service) {
        this.service = service;
    }

    /** A decision or a problem for each request. */
    AnswerStream<BatchAnswer> decisions(DocumentStream documents, Language language) {
        DecisionService fixed = service.fixed();
        return answers(documents, language, BatchProblem::of, item -> {
            var asked = BatchRequest.bind(item, CustomerRequest.class);
            return BatchAnswer.of(
                    asked.key(), fixed.decide(asked.request(), language).body());
        });
    }

    /** A sheet or a problem for each request. */
    AnswerStream<SheetBatchAnswer> sheets(DocumentStream documents, Language language) {
        DecisionService fixed = service.fixed();
        return answers(documents, language, BatchProblem::of, item -> {
            var asked = BatchRequest.bind(item, SheetRequest.class);
            return SheetBatchAnswer.of(
                    asked.key(), fixed.list(asked.request(), language).body());
        });
    }

    private static <T extends KeyedAnswer> AnswerStream<T> answers(
            DocumentStream documents,
            Language language,
            BiFunction<@Nullable String, Problem, T> refused,
            Function<Tree, T> answer) {
        Stream<Supplier<T>> all = documents
                .all()
                .map(document -> () -> document instanceof Parsed parsed
                        ? answer(parsed.tree(), language, answer, refused)
                        : refused.apply(null, ((Refused) document).problem()));
        return new AnswerStream<>(
                all,
                documents.nextIsThere(),
                language,
                (made, problem) -> refused.apply(made == null ? null : made.key(), problem));
    }

    private static <T> T answer(
            Tree request,
            Language language,
            Function<Tree, T> answer,
            BiFunction<@Nullable String, Problem, T> refused) {
        Function<Problem, T> problem = why -> refused.apply(BatchRequest.keyOf(request), why);
        try {
            return answer.apply(request);
        } catch (FaultsFound e) {
            return problem.apply(Problem.malformed(e.faults(), language));
        } catch (RequestRefused e) {
            return problem.apply(RefusalProblem.of(e, language));
        } catch (StackOverflowError e) {
            return problem.apply(Problem.of(422, "request-too-involved", language));
        } catch (RuntimeException e) {
            LOG.error("one question of many failed: {}", FailureText.of(e));
            return problem.apply(Problem.of(500, "internal-error", language));
        }
    }
}
