package io.quanyi.explain;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.checks.CaseRun.Posed;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped programmes, with the requests of their cases. */
final class ShippedExplanations {

    static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    private static final Map<ReleaseId, CheckedRelease> CHECKED = new ConcurrentHashMap<>();

    private static final Map<ReleaseId, List<ExplainedCase>> EXPLAINED = new ConcurrentHashMap<>();

    private ShippedExplanations() {}

    /** The request of a case, and its explanation in English. */
    record ExplainedCase(Posed posed, ExplanationReport report) {}

    static List<ReleaseId> releases() {
        return RulesTree.candidates(RULES);
    }

    static ProgrammeRelease release(String programme) {
        return checked(releases().stream()
                        .filter(id -> id.programme().equals(programme))
                        .findFirst()
                        .orElseThrow())
                .release();
    }

    /** The requests of the cases of a release, without those that are refused before rules are evaluated. */
    static List<Posed> cases(ReleaseId id) {
        CheckedRelease checked = checked(id);
        CaseRun run = new CaseRun(checked.release());
        List<Posed> posed = new ArrayList<>();
        for (CaseFile file : checked.cases()) {
            for (Case asked : file.cases()) {
                try {
                    posed.add(run.posed(asked));
                } catch (RequestRefused e) {
                    // A request that is refused this early has no explanation.
                }
            }
        }
        return posed;
    }

    /** The same requests with their explanations, which are made once. */
    static List<ExplainedCase> explainedCases(ReleaseId id) {
        return EXPLAINED.computeIfAbsent(
                id,
                any -> cases(id).stream()
                        .map(posed -> new ExplainedCase(posed, explained(posed, Language.ENGLISH)))
                        .toList());
    }

    static ExplanationReport explained(Posed posed, Language language) {
        return DecisionExplainer.of(
                new PlacedRequest(posed.request(), "/subscription"), posed.release(), posed.at(), language);
    }

    /** A request from JSON with single or double quotes. */
    static DecisionRequest request(String json) {
        return new RecordBinder(new Faults())
                .require(
                        JsonReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        DecisionRequest.class);
    }

    static ExplanationReport explained(Language language, String json) {
        DecisionRequest request = request(json);
        return DecisionExplainer.of(
                new PlacedRequest(request, "/subscription"),
                release(request.programme()),
                request.instant(Instant.EPOCH),
                language);
    }

    private static CheckedRelease checked(ReleaseId id) {
        return CHECKED.computeIfAbsent(id, any -> {
            Faults faults = new Faults();
            CheckedRelease checked = CheckedRelease.of(RULES, id, CheckScope.parts(), faults);
            faults.throwIfAny();
            return Objects.requireNonNull(checked);
        });
    }
}
