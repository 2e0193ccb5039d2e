package io.quanyi.impact;

import io.quanyi.decision.Decision;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import io.quanyi.impact.Statement.Part;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes a core apart: two decisions on one request have equal statements exactly where they have equal cores. */
final class Statements {

    private final SortedSet<Statement> statements = new TreeSet<>();

    private Statements() {}

    static SortedSet<Statement> of(RequestRefused refused) {
        Statements statements = new Statements();
        boolean missing = refused.stage() == Stage.MISSING;
        statements.add(Part.OUTCOME, missing ? "MISSING" : "REFUSED");
        refused.faults()
                .forEach(fault -> statements.add(
                        missing
                                ? Statement.of(Part.MISSING, fault.pointer())
                                : Statement.of(Part.REFUSAL, fault.code(), fault.pointer())));
        return statements.statements;
    }

    static SortedSet<Statement> of(Decision decision) {
        Statements statements = new Statements();
        statements.add(Part.OUTCOME, decision.outcome());
        decision.reasons().forEach(reason -> statements.add(Part.REASON, reason.code()));
        statements.add(Part.GRANTED_BY, decision.grantedByPlan());
        statements.terms(decision);
        decision.conditions().forEach(statements::condition);
        statements.route(decision.route());
        return statements.statements;
    }

    private void terms(Decision decision) {
        add(Part.WINDOW, decision.window() == null ? null : decision.window().id());
        promise(Part.RESPONSE, decision.response());
        promise(Part.RESOLUTION, decision.resolution());
        quota(decision.quota());
        add(
                Part.LEAD_TIME,
                decision.leadTime() == null ? null : decision.leadTime().days());
        decision.charges().forEach(this::charge);
    }

    private void promise(Part part, Decision.@Nullable Promise promise) {
        if (promise != null) {
            add(Statement.of(
                    part,
                    promise.target().amount().toPlainString(),
                    promise.target().unit(),
                    promise.window(),
                    promise.fulfilledBy()));
        }
    }

    private void quota(Decision.@Nullable QuotaState quota) {
        if (quota != null) {
            add(Statement.of(Part.QUOTA, quota.limit().toPlainString(), quota.unit(), quota.per(), quota.each()));
        }
    }

    /** The same charge stated twice is charged twice, as far as a core tells. */
    private void charge(Decision.ChargeLine charge) {
        Decision.Share share = charge.share();
        Object from = share == null ? charge.from() : share.from();
        Object to = share == null ? charge.to() : share.to();
        String of = share == null ? charge.currency() : share.of();
        String about = charge.approximate() ? "about" : null;
        int times = 1;
        while (!add(Statement.of(Part.CHARGE, from, to, of, charge.per(), about, times == 1 ? null : times))) {
            times++;
        }
    }

    private void condition(Decision.ConditionLine condition) {
        add(
                condition.pointer() == null
                        ? Statement.of(Part.CONDITION, condition.code())
                        : Statement.of(Part.ASSUMPTION, condition.code(), condition.pointer()));
    }

    private void route(Decision.Route route) {
        route.channels().forEach(channel -> add(Part.CHANNEL, channel.id()));
        add(Part.SEAT, route.seat());
        add(Part.PRIORITY, route.priority());
        all(Part.DELIVERER, route.deliverers());
        all(Part.DELIVERY, route.delivery());
        add(Part.LANGUAGE, route.language());
    }

    private void all(Part part, Collection<String> values) {
        values.forEach(value -> add(part, value));
    }

    private void add(Part part, @Nullable Object value) {
        if (value != null) {
            add(Statement.of(part, value));
        }
    }

    private boolean add(Statement statement) {
        return statements.add(statement);
    }
}
