package io.quanyi.mcp;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a search for clauses in the document of a release: the one in force at an instant, by default now, or a numbered one.
 *
 * @param programme the programme, by id
 * @param clause the number of a clause, such as 二.1(1)
 * @param words words that stand in a clause, in its meaning in English, or in the title of a rule that rests on it
 * @param at the instant at which the release is in force
 * @param release the number of the release
 */
record ClauseArguments(
        String programme,
        @Size(max = 100) @Nullable String clause,
        @Size(max = 100) @Nullable String words,
        @Nullable OffsetDateTime at,
        @DecimalMin("1") @Nullable Integer release) {}
