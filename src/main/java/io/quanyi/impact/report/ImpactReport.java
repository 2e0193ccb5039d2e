package io.quanyi.impact.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.term.FurtherTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an impact in one language, for people and as JSON.
 *
 * @param programme the id of the programme
 * @param before the earlier release
 * @param after the later release
 * @param untouched the number of services with equal rules and equal catalogues in both releases, whose answers cannot change
 * @param combinations the number of combinations of facts, for all services of which an answer changes, that some answer of either
 *     release tells apart
 * @param decided the number of decisions that were made to cover all combinations
 * @param changed the number of combinations whose answer changes
 * @param customers the numbers of customers of a census; left out without a census
 * @param definitions changed definitions that no sentence shows, such as the hours of a window
 * @param services the services whose answers change
 * @param sentences the sentences that together cover all changed combinations and no others
 * @param leftOut a sentence that says which requests the report leaves out
 * @param ownTerms how sentences are read by customers whose contract has own terms on the service
 * @param furtherSentences the sentences about customers with own terms of which no other sentence tells how answers change
 * @param notCompared the services that could not be compared; null and left out if all were
 * @param requests the impact on requests that were asked about; left out if there are none
 */
public record ImpactReport(
        String programme,
        ComparedRelease before,
        ComparedRelease after,
        int untouched,
        long combinations,
        long decided,
        long changed,
        @JsonInclude(Include.NON_NULL) @Nullable Customers customers,
        List<DefinitionLine> definitions,
        List<ServiceLine> services,
        List<SentenceLine> sentences,
        String leftOut,
        String ownTerms,
        List<FurtherLine> furtherSentences,
        @JsonInclude(Include.NON_NULL) @Nullable List<NotComparedLine> notCompared,
        @JsonInclude(Include.NON_NULL) @Nullable List<RequestLine> requests) {

    /** Keeps copies. */
    public ImpactReport {
        definitions = List.copyOf(definitions);
        services = List.copyOf(services);
        sentences = List.copyOf(sentences);
        furtherSentences = List.copyOf(furtherSentences);
        notCompared = notCompared == null || notCompared.isEmpty() ? null : List.copyOf(notCompared);
        requests = requests == null ? null : List.copyOf(requests);
    }

    /** The lines of requests; empty if none were asked about. */
    @JsonIgnore
    public List<RequestLine> askedAbout() {
        return requests == null ? List.of() : requests;
    }

    /** Whether nothing changes and every service was compared. */
    @JsonIgnore
    public boolean none() {
        return definitions.isEmpty() && sentences.isEmpty() && furtherSentences.isEmpty() && notCompared == null;
    }

    /**
     * A service that could not be compared.
     *
     * @param service the id of the service
     * @param code the code of the reason
     * @param message the reason and what to do
     */
    public record NotComparedLine(String service, String code, String message) {}

    /** The services that could not be compared; empty if all were. */
    @JsonIgnore
    public List<NotComparedLine> withoutComparison() {
        return notCompared == null ? List.of() : notCompared;
    }

    /**
     * The impact on one request.
     *
     * @param number its number among all requests that were asked about, from 1
     * @param service the id of the service
     * @param changes whether its answer changes
     * @param coverage whether the sentences say so, as a code of {@link RequestImpact.Coverage}
     * @param before the removed elements of the answer
     * @param after the added elements of the answer
     * @param sentences the numbers of the sentences that cover it, from 1 in the order of the report, the further sentences last
     * @param text the same in words
     */
    public record RequestLine(
            int number,
            String service,
            boolean changes,
            String coverage,
            List<StatementLine> before,
            List<StatementLine> after,
            List<Integer> sentences,
            String text) {

        /** Keeps copies. */
        public RequestLine {
            before = List.copyOf(before);
            after = List.copyOf(after);
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The versions that a release consists of.
     *
     * @param release the number of the release; null for a draft
     */
    public record ComparedRelease(@Nullable Integer release, String policy, String catalogue, String calendars) {}

    /**
     * The numbers of customers of a census.
     *
     * @param all all customers
     * @param touched customers for whom some answer changes
     * @param unplaced customers whose record a release refuses, so that no sentence can be matched
     */
    public record Customers(long all, long touched, long unplaced) {}

    /**
     * A sentence about customers with own terms of which no other sentence tells how answers change: answers to them may change.
     *
     * @param terms the own terms, as a code of {@link FurtherTerms}
     * @param services the ids of the services
     * @param names the names of the services
     * @param text the sentence in words
     * @param customers the number of such customers of a census to whom an answer changes; left out without a census
     */
    public record FurtherLine(
            String terms,
            List<String> services,
            List<String> names,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable Long customers) {

        /** Keeps copies. */
        public FurtherLine {
            services = List.copyOf(services);
            names = List.copyOf(names);
        }
    }

    /**
     * A definition that has changed.
     *
     * @param what it, for programs
     * @param name it, in words
     * @param before its definition in the one release, in words; null where there is none
     * @param after its definition in the other; null where there is none
     */
    public record DefinitionLine(
            String what,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * A changed service, with its numbers of combinations, decisions and changed combinations.
     *
     * @param dimensions the dimensions on which sentences about the service have conditions, with all their values
     */
    public record ServiceLine(
            String service,
            String name,
            long combinations,
            long decided,
            long changed,
            List<DimensionLine> dimensions) {

        /** Keeps a copy. */
        public ServiceLine {
            dimensions = List.copyOf(dimensions);
        }
    }

    /**
     * A dimension of requests about a service.
     *
     * @param part the id of the dimension
     * @param name its name
     * @param classes all its values; those of a class are answered alike by each release
     */
    public record DimensionLine(String part, String name, List<ClassLine> classes) {

        /** Keeps a copy. */
        public DimensionLine {
            classes = List.copyOf(classes);
        }
    }

    /** Values of a dimension that no answer of either release tells apart. */
    public record ClassLine(List<ValueLine> values) {

        /** Keeps a copy. */
        public ClassLine {
            values = List.copyOf(values);
        }
    }

    /**
     * A value of a dimension.
     *
     * @param kind the kind of value, such as {@code id}, {@code absent} or {@code between}; with the id unique in its dimension
     * @param id the value for programs: an id or a number as a request holds it, or the numbers that bound it
     * @param text the value in words
     * @param standIn whether it stands for others that neither release can tell from it
     */
    public record ValueLine(String kind, String id, String text, boolean standIn) {}

    /** One element of an answer: its subject, its value for programs, and its words. */
    public record StatementLine(String part, String value, String text) {}
}
