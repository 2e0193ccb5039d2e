package io.quanyi.decision.web;

import io.quanyi.decision.RequestRefused;
import io.quanyi.log.FailureText;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.Documents;
import io.quanyi.wire.Documents.Document;
import io.quanyi.wire.Documents.Illegible;
import io.quanyi.wire.Documents.Legible;
import io.quanyi.wire.Problem;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers the requests of a batch in their order, all by one state of the releases. A failure of one request is its own answer, and does not
 * affect the others.
 */
@Component
class BatchDesk {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDesk.class);

    private final DecisionDesk desk;

    BatchDesk(DecisionDesk desk) {
        this.desk = desk;
    }

    AnswerStream<BatchAnswer> answers(Documents documents, Language language) {
        DecisionDesk fixed = desk.fixed();
        Stream<Supplier<BatchAnswer>> all = documents.all().map(document -> () -> answer(document, fixed, language));
        return new AnswerStream<>(all, language, BatchAnswer::of);
    }

    private static BatchAnswer answer(Document document, DecisionDesk desk, Language language) {
        if (document instanceof Legible legible) {
            return answer(legible.tree(), desk, language);
        }
        return BatchAnswer.of(((Illegible) document).problem());
    }

    private static BatchAnswer answer(Tree question, DecisionDesk desk, Language language) {
        try {
            var given = desk.decide(BatchRequest.bind(question), language);
            return BatchAnswer.of(given.body().answer());
        } catch (FaultsFound e) {
            return BatchAnswer.of(Problem.malformed(e.faults(), language));
        } catch (RequestRefused e) {
            return BatchAnswer.of(RefusalProblem.of(e, language));
        } catch (StackOverflowError e) {
            return BatchAnswer.of(Problem.of(422, "request-too-involved", language));
        } catch (RuntimeException e) {
            LOG.error("one question of many failed: {}", FailureText.of(e));
            return BatchAnswer.of(Problem.of(500, "internal-error", language));
        }
    }
}
