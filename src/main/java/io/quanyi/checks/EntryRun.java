package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Term;
import io.quanyi.decision.AskedQuestion;
import io.quanyi.decision.Decider;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.Subscription;
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
 * Asks a release about every entry of its catalogue: every service in every plan, for every product, deployment, channel, topic,
 * severity and activity. Whatever it answers, it must be able to answer. Of each kind the first entry is asked about with all that an
 * answer suggests; for the others that would only ask again what is asked anyway, as often as there are entries.
 */
public final class EntryRun {

    private final ProgrammeRelease release;
    private final OffsetDateTime at;
    /** More questions are not asked: at some twenty microseconds each, these take less than a minute. */
    static final long MOST_QUESTIONS = 1_000_000;

    private final Cancellation cancellation;
    private final Faults faults;
    private int questions;

    private EntryRun(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        this.release = release;
        this.cancellation = cancellation;
        this.at = at.atZone(release.programme().zone()).toOffsetDateTime();
        this.faults = faults;
    }

    /**
     * Asks, and adds a fault for each question that ends in neither an answer nor a reason why there is none.
     *
     * @param at the instant asked about
     * @param notCompared takes a fault instead where there are more questions than are asked, and none is
     * @return how many questions were asked
     */
    public static int run(
            ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults, Faults notCompared) {
        EntryRun run = new EntryRun(release, at, cancellation, faults);
        Catalogue catalogue = release.catalogue();
        long count = count(catalogue);
        if (count > MOST_QUESTIONS) {
            notCompared.add(Fault.at(run.file(), "too-many-questions", count, MOST_QUESTIONS));
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
            if (withSuggestions) {
                Decider.decide(request, release, at.toInstant());
            } else {
                Decider.decideBare(request, release, at.toInstant());
            }
        } catch (RequestRefused e) {
            // Unknown ids cannot be, and what is missing may be: either way it is an answer
            return;
        } catch (RuntimeException e) {
            faults.add(Fault.at(file(), "question-fails", service.id(), plan, entry.id()));
        }
    }

    private Position file() {
        return Position.of(
                release.programme().id() + "/catalogue/" + release.catalogue().version() + ".yaml");
    }

    private DecisionRequest request(String service, String plan, Entry entry) {
        Subscription subscription = new Subscription(
                null,
                plan,
                entry.as("product"),
                entry.as("deployment"),
                null,
                null,
                null,
                at.toLocalDate(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        AskedQuestion question = new AskedQuestion(
                service,
                at,
                entry.as("channel"),
                entry.as("topic"),
                entry.as("severity"),
                entry.as("activity"),
                null,
                null,
                null,
                null,
                null,
                null);
        return new DecisionRequest(release.programme().id(), null, null, subscription, question);
    }
}
