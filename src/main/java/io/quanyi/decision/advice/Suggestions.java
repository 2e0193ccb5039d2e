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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Single changes of a request that mend its answer: changes that lead from a denial to a grant; and an open service that the catalogue
 * names instead of a closed one, or instead of a denied one that no change without a price grants today. Each is verified by a decision.
 * There are at most three, those without a price first, with the lowest suitable plan only, and at most 50 decisions are made.
 */
final class Suggestions {

    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_DECISIONS = 50;
    private static final int MAX_TENTATIVE = 5_000;

    private Suggestions() {}

    static List<Suggestion> of(CheckedQuestion question) {
        Decision decision = question.decision();
        ChangeTrials trials = new ChangeTrials(question, MAX_DECISIONS, MAX_TENTATIVE);
        return switch (decision.outcome()) {
            case ENTITLED -> whileClosed(decision, trials);
            case NOT_ENTITLED, PAYABLE -> afterRefusal(decision, trials);
            case UNDETERMINED -> List.of();
        };
    }

    private static List<Suggestion> afterRefusal(Decision refusal, ChangeTrials trials) {
        List<Suggestion> found = new ArrayList<>();
        Set<String> once = new HashSet<>();
        List<RequestChange> changes = RequestChanges.of(refusal, trials);
        changes.stream().filter(change -> !change.costs()).forEach(change -> addYes(change, trials, once, found));
        if (found.stream().allMatch(suggestion -> suggestion.code().equals("ask-later"))) {
            found.addAll(openServices(refusal.service(), trials, MAX_SUGGESTIONS - found.size()));
        }
        changes.stream().filter(RequestChange::costs).forEach(change -> addYes(change, trials, once, found));
        return found;
    }

    /** Adds a change that leads to a grant; of higher plans only the first. */
    private static void addYes(RequestChange change, ChangeTrials trials, Set<String> once, List<Suggestion> found) {
        boolean needless = change.code().equals("choose-plan") && once.contains(change.code());
        if (!needless
                && found.size() < MAX_SUGGESTIONS
                && isYes(trials.decide(change.in(trials.question().request())))) {
            found.add(new Suggestion(change.code(), change.set(), Result.ENTITLED));
            once.add(change.code());
        }
    }

    private static List<Suggestion> whileClosed(Decision decision, ChangeTrials trials) {
        return isOpen(decision, Boolean.FALSE) ? openServices(decision.service(), trials, 1) : List.of();
    }

    /** The granted services open now that the catalogue names instead of a service, in its order. */
    private static List<Suggestion> openServices(String id, ChangeTrials trials, int most) {
        Catalogue.Service service =
                trials.question().release().catalogue().services().get(id);
        return service == null
                ? List.of()
                : service.instead().stream()
                        .flatMap(other -> Stream.ofNullable(openService(other, trials)))
                        .limit(most)
                        .toList();
    }

    private static @Nullable Suggestion openService(String other, ChangeTrials trials) {
        DecisionRequest request = trials.question().request();
        boolean byChannel = request.question().channel() != null;
        DecisionRequest anyChannel =
                RequestBuilder.from(request).service(other).channel(null).request();
        Decision then = trials.decide(anyChannel);
        String channel = then == null ? null : openChannel(then);
        if (then == null || !isYes(then) || !isOpen(then, Boolean.TRUE) || (channel == null && byChannel)) {
            return null;
        }
        List<Setting> settings = new ArrayList<>(List.of(new Setting("/question/service", other)));
        if (byChannel && channel != null) {
            settings.add(new Setting("/question/channel", channel));
        }
        return new Suggestion("ask-open-service", settings, Result.ENTITLED);
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
