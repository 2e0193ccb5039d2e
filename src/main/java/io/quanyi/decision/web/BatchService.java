package io.quanyi.decision.web;

import io.quanyi.decision.request.RequestRefused;
import io.quanyi.log.FailureText;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.DocumentStream;
import io.quanyi.wire.DocumentStream.Document;
import io.quanyi.wire.DocumentStream.Parsed;
import io.quanyi.wire.DocumentStream.Refused;
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
class BatchService {

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);

    private final DecisionService service;

    BatchService(DecisionService service) {
        this.service = service;
    }

    AnswerStream<BatchAnswer> answers(DocumentStream documents, Language language) {
        DecisionService fixed = service.fixed();
        Stream<Supplier<BatchAnswer>> all = documents.all().map(document -> () -> answer(document, fixed, language));
        return new AnswerStream<>(all, language, BatchAnswer::of);
    }

    private static BatchAnswer answer(Document document, DecisionService service, Language language) {
        if (document instanceof Parsed parsed) {
            return answer(parsed.tree(), service, language);
        }
        return BatchAnswer.of(((Refused) document).problem());
    }

    private static BatchAnswer answer(Tree question, DecisionService service, Language language) {
        try {
            var given = service.decide(BatchRequest.bind(question), language);
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
