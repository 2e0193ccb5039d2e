package io.quanyi.decision.answer;

import io.quanyi.facts.Domain;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The closed lists of codes of the members of decisions and matrices, in the order in which they are shown. */
public final class AnswerCodes {

    /** Reasons of an outcome. */
    public static final List<String> REASONS =
            ReasonCode.builtIn().stream().map(ReasonCode::code).sorted().toList();

    /** Authorities of a programme. */
    public static final List<String> AUTHORITIES = List.of("official", "indicative");

    /** Units of targets. */
    public static final List<String> TARGET_UNITS =
            List.of("immediate", "minute", "hour", "working-minute", "working-hour", "working-day");

    /** States of the clock of a running case. */
    public static final List<String> CLOCK_STATES = List.of("running", "paused", "met", "missed");

    /** Units of quotas. Rules state a limit of users at one time by a term of its own, and answers show it as a quota. */
    public static final List<String> QUOTA_UNITS = with(Domain.QUOTA_UNIT, "user");

    /** Periods of quotas; {@code concurrent} is that of a limit of users at one time. */
    public static final List<String> QUOTA_PERIODS = with(Domain.QUOTA_PER, "concurrent");

    private AnswerCodes() {}

    /**
     * The ids of a domain.
     *
     * @param domain one whose ids are the same for all programmes
     */
    public static List<String> of(Domain domain) {
        return List.copyOf(Objects.requireNonNull(domain.fixed()));
    }

    private static List<String> with(Domain domain, String code) {
        return Stream.concat(of(domain).stream(), Stream.of(code)).sorted().toList();
    }
}
