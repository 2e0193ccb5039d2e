package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Decision.RouteChannel;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentences of a decision, worded to be read out on the telephone. */
final class AnswerSentences {

    private final ProgrammeRelease release;
    private final AnswerWords words;
    private final ConsoleTexts texts;
    private final Punctuation punctuation;

    AnswerSentences(ProgrammeRelease release, Language language) {
        this.release = release;
        this.words = new AnswerWords(release, language);
        this.texts = new ConsoleTexts(language);
        this.punctuation = Punctuation.of(language);
    }

    /** The release that answers. */
    ProgrammeRelease release() {
        return release;
    }

    Language language() {
        return words.language();
    }

    /** The language of the document, in which cases are named. */
    Language documentLanguage() {
        return release.programme().source().documentLanguage();
    }

    /** Whether the customer may have the service, why, and by when an answer is due, in one or two sentences. */
    String headline(Decision decision) {
        return punctuation.sentences(outcome(decision));
    }

    /** The sentences of the headline, one by one. */
    private List<String> outcome(Decision decision) {
        String service = punctuation.named(words.name(Domain.SERVICE, decision.service()));
        String reason = words.reason(decision.reasons().get(0).code());
        List<String> sentences = new ArrayList<>(List.of(texts.of("answer-" + code(decision), service, reason)));
        add(sentences, "response", decision.response());
        add(sentences, "resolution", decision.resolution());
        return sentences;
    }

    /** The code of the sentence for a result. That a service is sold, or left open by the document, is said by its reason, if that has a sentence of its own. */
    private String code(Decision decision) {
        String outcome = decision.outcome().name();
        return switch (decision.outcome()) {
            case ENTITLED, NOT_ENTITLED -> outcome;
            case PAYABLE, UNDETERMINED ->
                decision.reasons().stream()
                        .map(Reason::code)
                        .filter(code -> Texts.has(words.language(), "console.answer-" + code))
                        .max(Comparator.comparing(AnswerSentences::isOfQuota))
                        .orElse(outcome);
        };
    }

    private static boolean isOfQuota(String reason) {
        return reason.equals(ReasonCode.QUOTA_EXHAUSTED.code()) || reason.equals(ReasonCode.QUOTA_INSUFFICIENT.code());
    }

    /**
     * The headline, the way to reach the service and, while the service is closed, the time when it opens again and the services that are
     * open meanwhile.
     *
     * @param suggestions the suggestions, in words
     */
    String aloud(Decision decision, List<String> suggestions) {
        return punctuation.sentences(said(decision, suggestions));
    }

    /** The same, one by one. */
    List<String> said(Decision decision, List<String> suggestions) {
        List<String> sentences = outcome(decision);
        WindowState window = decision.window();
        OffsetDateTime opens = window == null ? null : window.opensAt();
        List<String> channels = decision.route().channels().stream()
                .map(channel -> channel(channel, opens == null))
                .toList();
        if (!channels.isEmpty()) {
            sentences.add(texts.of("reached-by", punctuation.list(channels)));
        }
        if (opens != null) {
            sentences.add(texts.of("closed-until", dates().instant(local(opens))));
            suggestions.stream()
                    .map(suggestion -> texts.of("promise", suggestion))
                    .forEach(sentences::add);
        }
        return sentences;
    }

    private void add(List<String> sentences, String what, @Nullable Promise promise) {
        if (promise == null) {
            return;
        }
        OffsetDateTime due = promise.dueAt();
        sentences.add(
                due == null
                        ? texts.of("promise", words.promise(what, promise.target()))
                        : texts.of(what + "-due", dates().instant(local(due))));
    }

    /** The sentences after the promise: the hours, and the conditions. */
    List<String> lines(Decision decision) {
        List<String> lines = new ArrayList<>();
        WindowState window = decision.window();
        if (window != null) {
            lines.add(window(window));
        }
        decision.conditions().stream().map(words::condition).distinct().forEach(lines::add);
        decision.dependsOn().stream().map(words::dependentTerm).distinct().forEach(lines::add);
        return lines;
    }

    private String window(WindowState window) {
        String name = words.name(Domain.WINDOW, window.id());
        if (Boolean.TRUE.equals(window.open())) {
            return texts.of("window-open", name);
        }
        return texts.of("window", name);
    }

    private String channel(RouteChannel channel, boolean withHours) {
        String name = words.name(Domain.CHANNEL, channel.id());
        String contact = channel.contact() == null ? name : punctuation.beside(name, channel.contact());
        return withHours && Boolean.FALSE.equals(channel.open())
                ? punctuation.beside(contact, texts.of("channel-closed"))
                : contact;
    }

    private OffsetDateTime local(OffsetDateTime instant) {
        return instant.atZoneSameInstant(release.programme().zone()).toOffsetDateTime();
    }

    private DateTexts dates() {
        return new DateTexts(words.language());
    }
}
