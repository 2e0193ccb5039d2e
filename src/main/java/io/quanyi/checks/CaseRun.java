package io.quanyi.checks;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs cases against a release, and reports the differences between its answers and the expectations of the cases. */
public final class CaseRun {

    private static final String REFUSED = "case-refused";

    /** The status with which the service answers a request of wrong form. */
    private static final int MALFORMED = 400;

    /** The status that the service answers with to a request that cannot be decided. */
    private static final int UNDECIDABLE = 422;

    private final ProgrammeRelease release;

    /** Runs cases against this release, whichever release is in force. */
    public CaseRun(ProgrammeRelease release) {
        this.release = release;
    }

    /**
     * Runs a case. All differences from its expectation are one fault, because they mostly have one cause; a case that is refused has the
     * reasons of the refusal, too. The list is empty if the case passes.
     */
    public List<Fault> faults(Case asked) {
        List<Fault> faults = differences(asked);
        boolean refused = faults.stream().anyMatch(fault -> fault.code().equals(REFUSED));
        return refused || faults.size() < 2 ? faults : List.of(CaseDifferences.fault(asked, faults));
    }

    /** All differences of a case from its expectation; of a case that is refused, the reasons. */
    public List<Fault> differences(Case asked) {
        List<Fault> faults = new ArrayList<>(answerFaults(asked));
        if (faults.stream().noneMatch(fault -> fault.code().equals(REFUSED))) {
            faults.addAll(ruleFaults(asked));
        }
        return faults;
    }

    /** A fault for each difference between the answer and the expectation. */
    public List<Fault> answerFaults(Case asked) {
        Object answer;
        try {
            answer = decided(asked);
        } catch (RequestRefused e) {
            if (!asked.expect().members().containsKey("problem")) {
                return refusal(asked, e);
            }
            answer = Map.of("problem", problem(e));
        }
        return AnswerComparison.mismatches(asked.expect(), answer).stream()
                .map(mismatch -> fault(asked, mismatch))
                .toList();
    }

    /** The answer to a case, or the problem in its place, as plain values. */
    public Object answer(Case asked) {
        try {
            return decided(asked);
        } catch (RequestRefused e) {
            return Map.of("problem", problem(e));
        }
    }

    private Object decided(Case asked) {
        return Objects.requireNonNull(PlainValues.of(Decider.decide(posed(asked).question())));
    }

    /** A fault for each rule that fires although the case lists it as silent, or the reverse. */
    public List<Fault> ruleFaults(Case asked) {
        Set<String> fired = fired(asked);
        String others = Fault.list(fired);
        List<Fault> faults = new ArrayList<>();
        asked.fires().stream()
                .filter(rule -> !fired.contains(rule))
                .forEach(
                        rule -> faults.add(Fault.at(asked.position(), "case-rule-silent", asked.name(), rule, others)));
        asked.silent().stream()
                .filter(fired::contains)
                .forEach(rule -> faults.add(Fault.at(asked.position(), "case-rule-fired", asked.name(), rule)));
        return faults;
    }

    /**
     * A case as a request to a release.
     *
     * @param request the request
     * @param release the release that decides it, with the openings of the case
     * @param at the instant that the request asks about
     */
    public record Posed(DecisionRequest request, ProgrammeRelease release, Instant at) {

        /**
         * The request, checked.
         *
         * @throws RequestRefused if the request is refused before rules are evaluated
         */
        public CheckedQuestion question() {
            return CheckedQuestion.of(request, release, at);
        }
    }

    /**
     * The request of a case, and the release with the openings of the case.
     *
     * @throws RequestRefused if the request is malformed
     */
    public Posed posed(Case asked) {
        DecisionRequest request = request(asked);
        return new Posed(request, withOpenings(asked, request), instant(request));
    }

    /** The reasons of a refusal, at their places in the file of cases; at the case where they have none. */
    private static List<Fault> refusal(Case asked, RequestRefused refused) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.at(asked.position(), REFUSED, asked.name()));
        for (Fault fault : refused.faults()) {
            boolean placed = !fault.position().equals(Position.NOWHERE);
            faults.add(placed ? fault : fault.in(asked.position()));
        }
        return faults;
    }

    private static Fault fault(Case asked, AnswerComparison.Mismatch mismatch) {
        return mismatch.actual() == null
                ? Fault.at(
                        asked.position(),
                        "case-member-unknown",
                        asked.name(),
                        mismatch.path(),
                        Fault.list(mismatch.known()))
                : Fault.at(
                        asked.position(),
                        "case-failed",
                        asked.name(),
                        mismatch.path(),
                        mismatch.expected(),
                        mismatch.actual());
    }

    /** The ids of the rules that fire without assuming an absent fact; none if the request is refused. */
    public Set<String> fired(Case asked) {
        try {
            return posed(asked).question().findings().stream()
                    .filter(finding -> finding.absent() == null)
                    .map(finding -> Objects.requireNonNull(finding.rule()))
                    .map(RuleInfo::id)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (RequestRefused e) {
            return Set.of();
        }
    }

    /** The release with the openings that the case states, because openings in the catalogue change. */
    private ProgrammeRelease withOpenings(Case asked, DecisionRequest request) {
        return asked.openings() == null
                ? release
                : release.with(
                        release.catalogue().withOpenings(request.question().service(), asked.openings()));
    }

    private static DecisionRequest request(Case asked) {
        Faults faults = new Faults();
        DecisionRequest request = new RecordBinder(faults).bind(asked.request(), DecisionRequest.class);
        if (request == null) {
            throw new RequestRefused(Stage.MALFORMED, faults.sorted());
        }
        return request;
    }

    /**
     * The instant of the case. It must be stated, and so must the instant as of which the clocks of a running case are read, so that
     * the result does not depend on the day of the run.
     */
    private static Instant instant(DecisionRequest request) {
        if (request.question().at() == null) {
            throw new RequestRefused(Stage.MALFORMED, List.of(Fault.at("/question/at", "member-missing", "at")));
        }
        return request.instant(Instant.EPOCH);
    }

    private static Map<String, Object> problem(RequestRefused refused) {
        return Map.of(
                "status",
                refused.stage() == Stage.MALFORMED ? MALFORMED : UNDECIDABLE,
                "code",
                refused.code(),
                "errors",
                refused.faults().stream()
                        .map(fault -> Map.of("pointer", fault.pointer(), "code", fault.code()))
                        .toList());
    }
}
