package io.quanyi.decision.advice;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.answer.Decision.Suggestion;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Single changes that lead from a denial to a grant, or from a closed service to an open one. Each is verified by a decision. There are
 * at most three, with the lowest suitable plan only, and at most 50 decisions are made.
 */
final class Suggestions {

    private static final int MOST = 3;
    private static final int MOST_DECISIONS = 50;
    private static final int MOST_DRAFTS = 5_000;

    private Suggestions() {}

    static List<Suggestion> of(CheckedQuestion question) {
        Decision decision = question.decision();
        ChangeTrials trials = new ChangeTrials(question, MOST_DECISIONS, MOST_DRAFTS);
        return switch (decision.outcome()) {
            case ENTITLED -> whileClosed(decision, trials);
            case NOT_ENTITLED, PAYABLE -> afterRefusal(decision, trials);
            case UNDETERMINED -> List.of();
        };
    }

    private static List<Suggestion> afterRefusal(Decision refusal, ChangeTrials trials) {
        List<Suggestion> found = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (RequestChange change : RequestChanges.of(refusal, trials)) {
            boolean needless = change.code().equals("choose-plan") && once.contains(change.code());
            if (!needless
                    && found.size() < MOST
                    && isYes(trials.decide(change.in(trials.question().request())))) {
                found.add(new Suggestion(change.code(), change.set(), Result.ENTITLED));
                once.add(change.code());
            }
        }
        return found;
    }

    /** The first granted and open service that the catalogue names for the time in which the requested service is closed. */
    private static List<Suggestion> whileClosed(Decision decision, ChangeTrials trials) {
        DecisionRequest request = trials.question().request();
        Catalogue.Service service =
                trials.question().release().catalogue().services().get(decision.service());
        if (service == null || !isOpen(decision, Boolean.FALSE)) {
            return List.of();
        }
        boolean byChannel = request.question().channel() != null;
        for (String other : service.instead()) {
            DecisionRequest anyChannel =
                    RequestBuilder.from(request).service(other).channel(null).request();
            Decision then = trials.decide(anyChannel);
            String channel = then == null ? null : openChannel(then);
            if (then != null && isYes(then) && isOpen(then, Boolean.TRUE) && (channel != null || !byChannel)) {
                List<Setting> settings = new ArrayList<>(List.of(new Setting("/question/service", other)));
                if (byChannel && channel != null) {
                    settings.add(new Setting("/question/channel", channel));
                }
                return List.of(new Suggestion("ask-open-service", settings, Result.ENTITLED));
            }
        }
        return List.of();
    }

    /** An open channel of the suggested service. */
    private static @Nullable String openChannel(Decision decision) {
        return decision.route().channels().stream()
                .filter(channel -> Boolean.TRUE.equals(channel.open()))
                .map(Decision.RouteChannel::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean isYes(@Nullable Decision decision) {
        return decision != null && decision.outcome() == Result.ENTITLED;
    }

    private static boolean isOpen(Decision decision, Boolean open) {
        return decision.window() != null && open.equals(decision.window().open());
    }
}
