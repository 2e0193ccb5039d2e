package io.quanyi.workshop.decide;

import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.document.AnswerWithCore;
import io.quanyi.decision.document.BatchAnswer;
import io.quanyi.decision.document.BatchAnswer.BatchProblem;
import io.quanyi.decision.document.BatchRequest;
import io.quanyi.decision.document.RefusalProblem;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import io.quanyi.workshop.command.ReleaseSelector;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides rows by one release. Every row gets an answer: a decision, or the problem for which it is refused. */
final class RowDecider {

    private final ProgrammeRelease release;
    private final @Nullable Integer number;
    private final @Nullable OffsetDateTime at;
    private final Language language;
    private final Decider decider;

    /**
     * Creates a decider.
     *
     * @param at the instant of rows that name none; null if each has to name its own
     */
    RowDecider(ReleaseSelector.Selected selected, @Nullable OffsetDateTime at, Language language) {
        this.release = selected.release();
        this.number = selected.draft() ? null : release.id().number();
        this.at = at;
        this.language = language;
        this.decider = new Decider((request, instant) -> release);
    }

    AnsweredRow answer(RequestRow row) {
        Tree request = new Obj(Map.of());
        try {
            request = row.content().get();
            return new AnsweredRow(row.number(), decided(completed(request)));
        } catch (FaultsFound e) {
            return refused(row, request, Problem.malformed(e.faults(), language));
        } catch (RequestRefused e) {
            return refused(row, request, RefusalProblem.of(e, language));
        } catch (StackOverflowError e) {
            return refused(row, request, Problem.of(422, "request-too-involved", language));
        }
    }

    private AnsweredRow refused(RequestRow row, Tree request, Problem problem) {
        return new AnsweredRow(row.number(), BatchProblem.of(BatchRequest.keyOf(request), problem));
    }

    private BatchAnswer decided(Tree tree) {
        BatchRequest<CustomerRequest> asked = BatchRequest.bind(tree, CustomerRequest.class);
        CustomerRequest request = asked.request();
        refuseOthers(request);
        var now = Objects.requireNonNull(request.question().at(), "bound with an instant")
                .toInstant();
        CustomerDecision decided = decider.question(request.each(now), now).decision();
        return BatchAnswer.of(asked.key(), AnswerWithCore.of(decided, new AnswerWords(release, language)));
    }

    /** Refuses what would be decided by another release over HTTP. */
    private void refuseOthers(CustomerRequest request) {
        List<Fault> faults = new ArrayList<>();
        String programme = release.programme().id();
        if (!request.programme().equals(programme)) {
            faults.add(Fault.at("/programme", "other-programme", programme, request.programme()));
        }
        if (request.release() != null && !request.release().equals(number)) {
            faults.add(Fault.at("/release", "row-other-release", named()));
        }
        if (request.knownAt() != null) {
            faults.add(Fault.at("/knownAt", "row-other-release", named()));
        }
        if (!faults.isEmpty()) {
            throw new FaultsFound(faults);
        }
    }

    private String named() {
        return number == null ? Fault.text("row-draft") : String.valueOf(number);
    }

    /** The request with the programme and, where one was given, the instant that it does not name. */
    private Tree completed(Tree request) {
        if (!(request instanceof Obj object)) {
            return request;
        }
        Obj named = with(object, "programme", release.programme().id());
        if (at == null || !(named.members().get("question") instanceof Obj question)) {
            return named;
        }
        String instant = at.toString();
        Map<String, Tree> members = new LinkedHashMap<>(named.members());
        members.put("question", with(question, "at", instant));
        return new Obj(members);
    }

    private static Obj with(Obj object, String name, String value) {
        Tree own = object.members().get(name);
        if (own != null && !own.isNull()) {
            return object;
        }
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.put(name, new Tree.Scalar(Position.NOWHERE, Kind.TEXT, value));
        return new Obj(members);
    }
}
