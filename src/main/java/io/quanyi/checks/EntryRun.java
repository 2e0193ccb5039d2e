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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a release about every entry of its catalogue: every service in every plan, for every product, deployment, channel, topic,
 * severity and activity. Whatever it answers, it must be able to answer.
 */
public final class EntryRun {

    private final ProgrammeRelease release;
    private final OffsetDateTime at;
    private final Faults faults;
    private int questions;

    private EntryRun(ProgrammeRelease release, Instant at, Faults faults) {
        this.release = release;
        this.at = at.atZone(release.programme().zone()).toOffsetDateTime();
        this.faults = faults;
    }

    /**
     * Asks, and adds a fault for each question that ends in neither an answer nor a reason why there is none.
     *
     * @param at the instant asked about
     * @return how many questions were asked
     */
    public static int run(ProgrammeRelease release, Instant at, Faults faults) {
        EntryRun run = new EntryRun(release, at, faults);
        Catalogue catalogue = release.catalogue();
        for (Catalogue.Service service : catalogue.services().values()) {
            catalogue.plans().forEach(plan -> run.ask(service, plan.id()));
        }
        return run.questions;
    }

    private void ask(Catalogue.Service service, String plan) {
        Catalogue catalogue = release.catalogue();
        catalogue.products().forEach(product -> ask(service, plan, new Entry("product", product.id())));
        catalogue.deployments().forEach(deployment -> ask(service, plan, new Entry("deployment", deployment)));
        catalogue.channels().keySet().forEach(channel -> ask(service, plan, new Entry("channel", channel)));
        terms("topic", catalogue.topics()).forEach(entry -> ask(service, plan, entry));
        terms("severity", catalogue.severities()).forEach(entry -> ask(service, plan, entry));
        terms("activity", service.activities()).forEach(entry -> ask(service, plan, entry));
    }

    private record Entry(String kind, String id) {

        @Nullable String as(String asked) {
            return kind.equals(asked) ? id : null;
        }
    }

    private static Stream<Entry> terms(String kind, List<Term> terms) {
        return terms.stream().map(term -> new Entry(kind, term.id()));
    }

    private void ask(Catalogue.Service service, String plan, Entry entry) {
        questions++;
        try {
            Decider.decide(request(service.id(), plan, entry), release, at.toInstant());
        } catch (RequestRefused e) {
            // Unknown ids cannot be, and what is missing may be: either way it is an answer
            return;
        } catch (RuntimeException e) {
            Position place = Position.of(release.programme().id() + "/catalogue/"
                    + release.catalogue().version() + ".yaml");
            faults.add(
                    Fault.at(place, "question-fails", service.id(), plan, entry.id(), String.valueOf(e.getMessage())));
        }
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
