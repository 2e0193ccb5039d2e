package io.quanyi.impact;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Finding;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.facts.Channel;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Language;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Seat;
import io.quanyi.impact.Statement.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the rules that some statements of an answer rest on. */
final class Behind {

    private final Set<Statement> statements;
    private final Set<String> rules = new TreeSet<>();

    private Behind(Collection<Statement> statements) {
        this.statements = Set.copyOf(statements);
    }

    /** The ids of the rules of a release behind what it says of a request. */
    static List<String> rules(
            Collection<Statement> statements, DecisionRequest request, ProgrammeRelease release, Instant at) {
        Behind behind = new Behind(statements);
        Answer answer = Answer.of(request, release, at);
        Decision decision = answer.decision();
        if (decision != null) {
            behind.decision(decision);
        }
        try {
            Decider.findings(request, release, at).forEach(behind::finding);
        } catch (RequestRefused e) {
            return List.of();
        }
        return List.copyOf(behind.rules);
    }

    private void decision(Decision decision) {
        decision.reasons().stream()
                .filter(reason -> statements.contains(Statement.of(Part.REASON, reason.code())))
                .forEach(reason -> add(reason.rule()));
        if (decision.window() != null && speaksOf(Part.WINDOW)) {
            add(decision.window().rule());
        }
        if (decision.response() != null && speaksOf(Part.RESPONSE)) {
            add(decision.response().rule());
        }
        if (decision.resolution() != null && speaksOf(Part.RESOLUTION)) {
            add(decision.resolution().rule());
        }
        if (decision.quota() != null && speaksOf(Part.QUOTA)) {
            add(decision.quota().rule());
        }
        if (decision.leadTime() != null && speaksOf(Part.LEAD_TIME)) {
            add(decision.leadTime().rule());
        }
        if (speaksOf(Part.CHARGE)) {
            decision.charges().forEach(charge -> add(charge.rule()));
        }
        decision.conditions().stream()
                .filter(condition -> speaksOf(Statement.of(Part.CONDITION, condition.code()))
                        || speaksOf(Statement.of(Part.ASSUMPTION, condition.code(), condition.pointer())))
                .forEach(condition -> add(condition.rule()));
    }

    private boolean speaksOf(Statement statement) {
        return statements.contains(statement);
    }

    private boolean speaksOf(Part part) {
        return statements.stream().anyMatch(statement -> statement.part() == part);
    }

    /** What no answer names a rule for. */
    private void finding(Finding finding) {
        Statement said = statement(finding);
        if (said != null && statements.contains(said)) {
            add(Objects.requireNonNull(finding.rule(), "no contract is asked").id());
        }
    }

    private static @Nullable Statement statement(Finding finding) {
        if (finding.absent() != null) {
            return Statement.of(Part.MISSING, finding.absent().pointer());
        }
        Outcome outcome = finding.outcome();
        if (outcome instanceof Channel channel) {
            return Statement.of(Part.CHANNEL, channel.id());
        }
        if (outcome instanceof DeliveredBy deliverer) {
            return Statement.of(Part.DELIVERER, deliverer.id());
        }
        if (outcome instanceof Delivery delivery) {
            return Statement.of(Part.DELIVERY, delivery.mode());
        }
        if (outcome instanceof Seat seat) {
            return Statement.of(Part.SEAT, seat.id());
        }
        if (outcome instanceof Priority priority) {
            return Statement.of(Part.PRIORITY, priority.id());
        }
        return outcome instanceof Language language ? Statement.of(Part.LANGUAGE, language.id()) : null;
    }

    private void add(@Nullable String rule) {
        if (rule != null) {
            rules.add(rule);
        }
    }
}
