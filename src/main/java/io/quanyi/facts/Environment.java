package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The preparations of the customer.
 *
 * @param ready whether the customer has prepared the environment as it must
 * @param remoteAccess whether the customer has authorised remote access
 */
public record Environment(
        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/subscription/environmentReady",
                condition = "assumed-environment-ready")
        @Nullable Boolean ready,

        @Absent(
                means = Meaning.ASSUMED,
                pointer = "/subscription/remoteAccessAuthorised",
                condition = "assumed-remote-access-authorised")
        @Nullable Boolean remoteAccess)
        implements Fact {}
