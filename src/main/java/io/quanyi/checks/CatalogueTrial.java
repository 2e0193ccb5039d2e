package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Term;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries a decision for every entry of a catalogue: every service in every plan, with every product, deployment, channel, topic, severity
 * and activity. A release passes if each request gets an answer or a refusal, but no error. Suggestions are computed for the first entry of
 * each kind only, because they try the other entries anyway.
 */
public final class CatalogueTrial {

    private final ProgrammeRelease release;
    private final OffsetDateTime at;
    /** The most requests that are tried: at some twenty microseconds each, they take less than a minute. */
    static final long MAX_QUESTIONS = 1_000_000;

    private final Cancellation cancellation;
    private final Faults faults;
    private int questions;

    private CatalogueTrial(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        this.release = release;
        this.cancellation = cancellation;
        this.at = at.atZone(release.programme().zone()).toOffsetDateTime();
        this.faults = faults;
    }

    /**
     * Tries all requests, and adds a fault for each that ends in an error.
     *
     * @param at the instant of the requests
     * @param notCompared gets a fault if there are too many requests; none is tried then
     * @return the number of requests
     */
    public static int run(
            ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults, Faults notCompared) {
        CatalogueTrial run = new CatalogueTrial(release, at, cancellation, faults);
        Catalogue catalogue = release.catalogue();
        long count = count(catalogue);
        if (count > MAX_QUESTIONS) {
            notCompared.add(Fault.at(catalogue.places().start(), "too-many-questions", count, MAX_QUESTIONS));
            return 0;
        }
        for (Catalogue.Service service : catalogue.services().values()) {
            catalogue.plans().forEach(plan -> run.ask(service, plan.id()));
        }
        return run.questions;
    }

    private static long count(Catalogue catalogue) {
        long everywhere = (long) catalogue.products().size()
                + catalogue.deployments().size()
                + catalogue.channels().size()
                + catalogue.topics().size()
                + catalogue.severities().size();
        return catalogue.plans().size()
                * catalogue.services().values().stream()
                        .mapToLong(service -> everywhere + service.activities().size())
                        .sum();
    }

    private void ask(Catalogue.Service service, String plan) {
        Catalogue catalogue = release.catalogue();
        ask(service, plan, "product", catalogue.products().stream().map(Catalogue.Product::id));
        ask(service, plan, "deployment", catalogue.deployments().stream());
        ask(service, plan, "channel", catalogue.channels().keySet().stream());
        ask(service, plan, "topic", ids(catalogue.topics()));
        ask(service, plan, "severity", ids(catalogue.severities()));
        ask(service, plan, "activity", ids(service.activities()));
    }

    private void ask(Catalogue.Service service, String plan, String kind, Stream<String> ids) {
        boolean[] first = {true};
        ids.forEach(id -> {
            ask(service, plan, new Entry(kind, id), first[0]);
            first[0] = false;
        });
    }

    private record Entry(String kind, String id) {

        @Nullable String as(String asked) {
            return kind.equals(asked) ? id : null;
        }
    }

    private static Stream<String> ids(List<Term> terms) {
        return terms.stream().map(Term::id);
    }

    private void ask(Catalogue.Service service, String plan, Entry entry, boolean withSuggestions) {
        questions++;
        cancellation.check();
        DecisionRequest request = request(service.id(), plan, entry);
        try {
            CheckedQuestion question = CheckedQuestion.of(request, release, at.toInstant());
            if (withSuggestions) {
                Decider.decide(question);
            } else {
                question.decision();
            }
        } catch (RequestRefused e) {
            // A refusal is an answer: a fact may be missing
            return;
        } catch (RuntimeException e) {
            Position place = release.catalogue().places().of(Domain.SERVICE, service.id());
            faults.add(Fault.at(place, "question-fails", service.id(), plan, entry.id()));
        }
    }

    private DecisionRequest request(String service, String plan, Entry entry) {
        return RequestBuilder.of(release.programme().id(), plan, service, at)
                .serviceStart(at.toLocalDate())
                .usage(List.of())
                .product(entry.as("product"))
                .deployment(entry.as("deployment"))
                .channel(entry.as("channel"))
                .topic(entry.as("topic"))
                .severity(entry.as("severity"))
                .activity(entry.as("activity"))
                .request();
    }
}
