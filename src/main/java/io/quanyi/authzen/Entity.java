package io.quanyi.authzen;

import io.quanyi.source.Tree;
import java.util.Map;

/**
 * A subject, a resource or an action of a question, as its sender states it.
 *
 * @param type the type; empty for an action, which has none
 * @param id the id, which is unique within the type; of an action its name
 * @param properties the properties, by name
 */
public record Entity(String type, String id, Map<String, Tree> properties) {

    /** An action. */
    static Entity action(String name, Map<String, Tree> properties) {
        return new Entity("", name, properties);
    }

    /** Another entity with the same properties. */
    public Entity withId(String other) {
        return new Entity(type, other, properties);
    }
}
