package io.quanyi.checks;

import io.quanyi.decision.Decider;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import io.quanyi.decision.RuleInfo;
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
import java.util.stream.Collectors;

/** Puts cases to a release and says where its answers are not what they must be. */
public final class CaseRun {

    private static final String REFUSED = "case-refused";

    /** The status that the service answers with to a request that is not of the form of one. */
    private static final int MALFORMED = 400;

    /** The status that the service answers with to a request that cannot be decided. */
    private static final int UNDECIDABLE = 422;

    private final ProgrammeRelease release;

    /** Puts cases to this release, whatever is in force. */
    public CaseRun(ProgrammeRelease release) {
        this.release = release;
    }

    /** Each fault of what comes out, by what the case says; none if all is well. Without an answer nothing is said of rules. */
    public List<Fault> faults(Case asked) {
        List<Fault> faults = new ArrayList<>(answerFaults(asked));
        boolean refused = faults.stream().anyMatch(fault -> fault.code().equals(REFUSED));
        if (!refused) {
            faults.addAll(ruleFaults(asked));
        }
        return faults;
    }

    /** Where the answer is not what it must be. */
    public List<Fault> answerFaults(Case asked) {
        Object answer;
        try {
            Posed posed = posed(asked);
            answer = Plain.of(Decider.decide(posed.request(), posed.release(), posed.at()));
        } catch (RequestRefused e) {
            if (!asked.expect().members().containsKey("problem")) {
                return refusal(asked, e);
            }
            answer = Map.of("problem", problem(e));
        }
        return Expectation.misses(asked.expect(), answer).stream()
                .map(miss -> fault(asked, miss))
                .toList();
    }

    /** Which rules fire that must not, and which do not that must. */
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
     * A case as a request that can be put.
     *
     * @param request the request
     * @param release what is to decide it
     * @param at the instant that it asks about
     */
    public record Posed(DecisionRequest request, ProgrammeRelease release, Instant at) {}

    /**
     * The request that a case is about, and the release as the case supposes it.
     *
     * @throws RequestRefused if it is no request
     */
    public Posed posed(Case asked) {
        DecisionRequest request = request(asked);
        return new Posed(request, supposed(asked, request), instant(request));
    }

    /** Why there is no answer, at the place that is to blame, or else at the case. */
    private static List<Fault> refusal(Case asked, RequestRefused refused) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.at(asked.position(), REFUSED, asked.name()));
        for (Fault fault : refused.faults()) {
            boolean placed = !fault.position().equals(Position.NOWHERE);
            faults.add(placed ? fault : new Fault(asked.position(), fault.pointer(), fault.code(), fault.arguments()));
        }
        return faults;
    }

    private static Fault fault(Case asked, Expectation.Miss miss) {
        return miss.actual() == null
                ? Fault.at(asked.position(), "case-member-unknown", asked.name(), miss.path())
                : Fault.at(asked.position(), "case-failed", asked.name(), miss.path(), miss.expected(), miss.actual());
    }

    /** The rules that fire, with all facts known that they ask for. */
    private Set<String> fired(Case asked) {
        try {
            Posed posed = posed(asked);
            return Decider.findings(posed.request(), posed.release(), posed.at()).stream()
                    .filter(finding -> finding.absent() == null)
                    .map(finding -> Objects.requireNonNull(finding.rule()))
                    .map(RuleInfo::id)
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
        } catch (RequestRefused e) {
            return Set.of();
        }
    }

    /** The release, with what the vendor has announced as the case supposes it: that is the catalogue's to say, and may change. */
    private ProgrammeRelease supposed(Case asked, DecisionRequest request) {
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

    /** A case is about its own instant; it never depends on the day it is run. */
    private static Instant instant(DecisionRequest request) {
        if (request.question().at() == null) {
            throw new RequestRefused(Stage.MALFORMED, List.of(Fault.at("/question/at", "member-missing", "at")));
        }
        return Decider.instant(request, Instant.EPOCH);
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
