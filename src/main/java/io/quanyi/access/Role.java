package io.quanyi.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller may do; none of them includes another. */
public enum Role {
    DECIDER,
    READER,
    PUBLISHER;

    /** The word for it in the configuration, in tokens and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All the words there are, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }

    /** The role that a word stands for, if it stands for one. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
