package io.quanyi.checks;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a case that is proposed to an author: the service, whose question it is, and the answer, in names instead of ids. */
public final class ProposedCaseName {

    private final AnswerWords words;
    private final Language language;
    private final Punctuation punctuation;

    private ProposedCaseName(ProgrammeRelease release, Language language) {
        this.words = new AnswerWords(release, language);
        this.language = language;
        this.punctuation = Punctuation.of(language);
    }

    /** The name in a language, which is that of the document. */
    public static String of(DecisionRequest request, Decision decision, ProgrammeRelease release, Language language) {
        return new ProposedCaseName(release, language).of(request, decision);
    }

    private String of(DecisionRequest request, Decision decision) {
        String service = words.name(Domain.SERVICE, request.question().service());
        String facts = RequestSummary.named(request, words);
        return (facts.isEmpty() ? service : punctuation.beside(service, facts))
                + punctuation.colon()
                + answer(decision);
    }

    private String answer(Decision decision) {
        List<String> parts = new ArrayList<>(List.of(Texts.of(language, "outcome." + decision.outcome(), List.of())));
        add(parts, "response", decision.response());
        add(parts, "resolution", decision.resolution());
        return punctuation.list(parts);
    }

    /** Within a name a promise begins with a small letter. */
    private void add(List<String> parts, String what, @Nullable Promise promise) {
        if (promise != null) {
            String text = words.promise(what, promise.target());
            parts.add(text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
        }
    }
}
