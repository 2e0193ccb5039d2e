package io.quanyi.impact.independent;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import java.util.stream.Stream;

/** Reads whether a further sentence says that the answer to a request may change, for own terms of the contract. */
record FurtherReading(ImpactReport report, SentenceReading sentences) {

    /** Whether a further sentence speaks of the own terms of a request, whatever its answers are. */
    boolean covers(DecisionRequest request) {
        return about(request).anyMatch(line -> has(line.terms(), request));
    }

    /** Whether a further sentence speaks of agreed times, where the answers lack facts or change the hours. */
    boolean coversTimes(DecisionRequest request) {
        return about(request).anyMatch(line -> line.terms().equals("times"));
    }

    private Stream<FurtherLine> about(DecisionRequest request) {
        return report.furtherSentences().stream()
                .filter(line -> line.services().contains(request.question().service()));
    }

    private boolean has(String terms, DecisionRequest request) {
        AgreedParts own = sentences.parts(request);
        return switch (terms) {
            case "any" -> !own.terms().isEmpty() || isOpen(request);
            case "quota", "channel" -> own.has(terms) && !own.has("exclude");
            case "uncounted-quota" -> own.states(request).contains("quota uncounted");
            case "asked-channel" -> sentences.asksByOwnChannel(request);
            case "severity" -> isOpen(request);
            case "several" -> sentences.haveNoClass(request);
            case "times" -> false;
            default -> throw new AssertionError(terms);
        };
    }

    /** Whether it is open if a term applies, because the question has no severity, or gets another one in each release. */
    private boolean isOpen(DecisionRequest request) {
        return (sentences.severity(request) == null || sentences.hasTwoSeverities(request))
                && SentenceReading.agreed(request).stream()
                        .filter(term -> term.service().equals(request.question().service()))
                        .map(AgreedTerm::severity)
                        .anyMatch(severity -> severity != null);
    }
}
