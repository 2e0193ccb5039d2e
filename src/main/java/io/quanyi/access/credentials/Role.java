package io.quanyi.access.credentials;

import io.quanyi.text.EnumCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A role of callers; no role includes another. */
public enum Role {
    DECIDER,
    READER,
    AUTHOR,
    APPROVER,
    PUBLISHER;

    /** The word for it in the configuration, in tokens and in answers. */
    public String word() {
        return EnumCode.of(this);
    }

    /** The words of all roles, for messages. */
    static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }

    /** The role of a word; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
