package io.quanyi.authzen;

import io.quanyi.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members of a request for which an entity stands.
 *
 * @param stated the members that the entity states
 * @param assumed the members that the directory knows of the entity, by name; a member that the question states takes precedence
 * @param read the names of properties that the vocabulary has understood, and that are therefore no members themselves
 */
record Meaning(List<Member> stated, Map<String, Tree> assumed, Set<String> read) {

    /**
     * A member of a request with a text as its value.
     *
     * @param name the name of the member
     * @param value the value
     * @param place where the entity states it: {@code id}, {@code name} or {@code properties/role}, for instance
     */
    public record Member(String name, String value, String place) {}

    /** An entity that stands for one member, by its id. */
    static Meaning ofId(String member, String id) {
        return new Meaning(List.of(new Member(member, id, "id")), Map.of(), Set.of());
    }

    /** An entity that stands for no member. */
    static Meaning none() {
        return new Meaning(List.of(), Map.of(), Set.of());
    }
}
