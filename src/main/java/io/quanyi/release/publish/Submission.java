package io.quanyi.release.publish;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.text.BilingualText;
import io.quanyi.text.EnumCode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A release that a caller wants to publish.
 *
 * @param programme the id of the programme
 * @param effectiveFrom the first instant at which it is in force; null for its publication
 * @param note the reason, in each language of the programme
 * @param policy the submitted rules
 * @param catalogue the submitted catalogue
 * @param calendars the submitted calendars
 * @param call the caller and the options of the call
 */
public record Submission(
        String programme,
        @Nullable OffsetDateTime effectiveFrom,
        BilingualText note,
        Part policy,
        Part catalogue,
        Part calendars,
        Call call) {

    /**
     * One of the three parts of a submission.
     *
     * @param version the version: of the new files if there are any, otherwise an existing one; null to let the service
     *     choose
     * @param files the new files by their path in the part, the catalogue with an empty path
     */
    public record Part(@Nullable String version, List<SourceFile> files) {

        /** A part without a version and without files. */
        public static final Part AS_IT_IS = new Part(null, List.of());

        /** Keeps a copy. */
        public Part {
            files = List.copyOf(files);
        }
    }

    /** The treatment of a release that begins later and lacks the change that is published. */
    public enum Later {
        /** The change is carried into it: a release with the change takes its place. */
        CARRY,
        /** The later release is kept as it is, and ends the change. */
        KEEP;

        /** The words for them, as a pattern. */
        public static final String WORDS = "carry|keep";

        /** The word for it in requests and answers. */
        public String word() {
            return EnumCode.of(this);
        }
    }

    /**
     * The caller and the options of a publishing call.
     *
     * @param by the name of the caller
     * @param seen whether the caller has seen the ledger of this digest, on which its decision rests
     * @param retry identifies a repeated call; null without a key
     * @param dryRun whether to check without publishing
     * @param accept the codes that the caller accepts; null for none
     * @param later the treatment of later releases that lack the change; null if the caller does not state one
     * @param asked the requests whose impact the caller asks about; null for none
     * @param abandoned whether the caller has gone; evaluated repeatedly on the thread of the call
     */
    public record Call(
            String by,
            Predicate<String> seen,
            @Nullable Retry retry,
            boolean dryRun,
            @Nullable List<String> accept,
            @Nullable Later later,
            @Nullable AskedRequests asked,
            BooleanSupplier abandoned) {

        /** A call that accepts nothing and waits for its result. */
        public Call(String by, Predicate<String> seen, @Nullable Retry retry, boolean dryRun) {
            this(by, seen, retry, dryRun, null, null, null, () -> false);
        }

        /** This call with the acceptance that its body states. */
        public Call accepting(@Nullable List<String> accepted) {
            return new Call(by, seen, retry, dryRun, accepted, later, asked, abandoned);
        }

        /** This call with the word of its body for the treatment of later releases. */
        public Call with(@Nullable String word) {
            Later choice = word == null ? null : Later.valueOf(word.toUpperCase(Locale.ROOT));
            return new Call(by, seen, retry, dryRun, accept, choice, asked, abandoned);
        }

        /**
         * This call with the requests whose impact its body asks about.
         *
         * @throws FaultsFound if some are about another programme
         */
        public Call asking(@Nullable List<CustomerRequest> requests, String programme) {
            Faults faults = new Faults();
            AskedRequests about = AskedRequests.of(requests, programme, faults);
            faults.throwIfAny();
            return about == null ? this : about(about);
        }

        /**
         * This call with requests of several programmes whose impact its body asks about.
         *
         * @throws FaultsFound if some are about a programme that there is not
         */
        public Call asking(@Nullable List<CustomerRequest> requests, Collection<String> programmes) {
            Faults faults = new Faults();
            AskedRequests about = AskedRequests.of(requests, programmes, faults);
            faults.throwIfAny();
            return about == null ? this : about(about);
        }

        /** This call with those of its requests that are about a programme; without any if none is. */
        Call askingAbout(String programme) {
            AskedRequests own = asked == null ? null : asked.about(programme);
            return about(own == null || own.sent().isEmpty() ? null : own);
        }

        private Call about(@Nullable AskedRequests about) {
            return new Call(by, seen, retry, dryRun, accept, later, about, abandoned);
        }
    }
}
