package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.decision.advice.CustomerAlternatives;
import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.advice.CustomerQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers with several subscriptions: each is decided, and the strongest answer counts. */
class CustomerQuestionTests {

    /** A policy whose answers depend on the product: alpha and beta are covered, lone is sold apart for preferred, in doubt for exclusive. */
    private static final ProgrammeRelease RELEASE = Trial.of(
            product("T-01", "alpha", "new Granted()"),
            product("T-02", "alpha", "new Response(workingHours(4), '5x8')"),
            product("T-03", "beta", "new Granted()"),
            product("T-04", "beta", "new Response(workingHours(1), '5x8')"),
            Trial.rule(
                    "T-05",
                    "Question(service == 'support') Plan(id == 'preferred') Product(id == 'lone')",
                    "new Payable('available-at-fee')"),
            Trial.rule(
                    "T-06",
                    "Question(service == 'support') Plan(id == 'exclusive') Product(id == 'lone')",
                    "new Undetermined('refer-to-contract')"));

    @ParameterizedTest
    @CsvSource({
        "basic:alpha, 0",
        // the outcome counts first
        "basic:lone basic:alpha, 1 0",
        "basic:lone preferred:lone, 1 0",
        "preferred:lone exclusive:lone, 1 0",
        "basic:lone preferred:lone exclusive:lone basic:alpha, 3 2 1 0",
        // then the earliest response
        "basic:alpha basic:beta, 1 0",
        // and among equally strong ones the first
        "basic:lone basic:lone, 0 1",
        "basic:alpha basic:alpha, 0 1",
        // facts that one lacks do not keep another from covering the service; it stands last
        "basic: basic:lone basic:alpha, 2 1 0",
    })
    void theStrongestAnswerCountsAndTheOthersStandBesideIt(String subscriptions, String order) {
        CustomerDecision decided = question(requests(subscriptions)).decision();

        List<String> places = decided.strongestFirst().stream()
                .map(placed -> placed.place().replace("/subscriptions/", ""))
                .toList();
        assertThat(String.join(" ", places)).isEqualTo(order);
    }

    @Test
    void theStrongestDecisionIsThatOfItsSubscriptionAlone() {
        List<PlacedRequest> requests = requests("basic:lone basic:beta");

        CustomerDecision decided = question(requests).decision();

        assertThat(decided.decision()).isEqualTo(alone(requests.get(1)).decision());
        assertThat(decided.others().get(0).decision())
                .isEqualTo(alone(requests.get(0)).decision().withSuggestions(List.of()));
    }

    @Test
    void aFactIsAskedForIfItMayMakeASubscriptionCoverTheService() {
        RequestRefused refused = refusal("basic:lone basic: preferred:lone basic:");

        assertThat(refused.stage()).isEqualTo(Stage.MISSING);
        assertThat(Asked.faults(refused))
                .containsExactly(
                        "missing-fact at /subscriptions/1/product", "missing-fact at /subscriptions/3/product");
    }

    @Test
    void faultsOfAllSubscriptionsAreNamedTogether() {
        RequestRefused refused = refusal("platinum:alpha basic:alpha basic:gamma basic:");

        assertThat(refused.stage()).isEqualTo(Stage.UNKNOWN_IDS);
        assertThat(Asked.faults(refused))
                .containsExactly(
                        "unknown-plan at /subscriptions/0/plan", "unknown-product at /subscriptions/2/product");
    }

    @Test
    void aFaultOfTheQuestionIsNamedOnce() {
        List<PlacedRequest> requests = requests(Asked.about("supper", "basic"), "basic: basic:");

        RequestRefused refused =
                Objects.requireNonNull(catchThrowableOfType(RequestRefused.class, () -> question(requests)));
        assertThat(Asked.faults(refused)).containsExactly("unknown-service at /question/service");
    }

    @Test
    void alternativesNameTheSubscriptionThatTheyChange() {
        ProgrammeRelease preferred = Trial.of(Trial.support("T-01", "preferred", "new Granted()"));
        CustomerQuestion refused = CustomerQuestion.of(requests("basic:alpha basic:beta"), preferred, Instant.EPOCH);

        CustomerAlternatives found = CustomerAlternatives.to(refused);

        assertThat(found.complete()).isTrue();
        assertThat(found.changes())
                .extracting(change -> change.set().get(0).pointer() + " "
                        + change.set().get(0).value())
                .contains("/subscriptions/0/plan preferred", "/subscriptions/1/plan preferred");
        assertThat(found.changes())
                .isSortedAccordingTo((a, b) -> a.set().size() - b.set().size());
    }

    @Test
    void aChangeOfTheQuestionThatHelpsTwoSubscriptionsIsListedOnce() {
        ProgrammeRelease byPhone =
                Trial.of(Trial.support("T-01", "new Granted()"), Trial.support("T-02", "new Channel('phone')"));
        Asked byIm = Asked.about("support", "basic").with("/question/channel", "im");
        CustomerQuestion refused =
                CustomerQuestion.of(requests(byIm, "basic:alpha basic:beta"), byPhone, Instant.EPOCH);

        assertThat(CustomerAlternatives.to(refused).changes())
                .extracting(change ->
                        change.placed().place() + " " + change.set().get(0).pointer())
                .containsExactly("/subscriptions/0 /question/channel");
    }

    @Test
    void nothingIsChangedIfOneSubscriptionCoversTheService() {
        CustomerAlternatives found = CustomerAlternatives.to(question(requests("basic:lone basic:alpha")));

        assertThat(found.changes()).isEmpty();
        assertThat(found.complete()).isTrue();
    }

    private static String product(String id, String product, String then) {
        return Trial.rule(id, "Question(service == 'support') Product(id == '%s')".formatted(product), then);
    }

    private static CustomerDecision alone(PlacedRequest placed) {
        return question(List.of(placed)).decision();
    }

    private static CustomerQuestion question(List<PlacedRequest> requests) {
        return new Decider((request, at) -> RELEASE).question(requests, Instant.EPOCH);
    }

    private static RequestRefused refusal(String subscriptions) {
        return Objects.requireNonNull(catchThrowableOfType(
                RequestRefused.class, () -> question(requests(subscriptions)).decision()));
    }

    private static List<PlacedRequest> requests(String subscriptions) {
        return requests(Asked.about("support", "basic"), subscriptions);
    }

    /** The requests about subscriptions, which are written {@code plan:product}. */
    private static List<PlacedRequest> requests(Asked asked, String subscriptions) {
        List<Subscription> all = Stream.of(subscriptions.split(" ", -1))
                .map(one -> one.split(":", -1))
                .map(one -> asked.with("/subscription/plan", one[0])
                        .with("/subscription/product", one[1].isEmpty() ? "null" : one[1]))
                .map(one -> one.request().subscription())
                .toList();
        DecisionRequest request = asked.request();
        return PlacedRequest.each(
                null,
                all,
                one -> new DecisionRequest(
                        request.programme(), request.release(), request.knownAt(), one, request.question()));
    }
}
