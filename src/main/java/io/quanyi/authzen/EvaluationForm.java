package io.quanyi.authzen;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The form of an evaluation request of the standard. Members that it does not define are ignored, as the standard demands.
 *
 * @param subject the entity that asks to be permitted
 * @param action the action that is asked for
 * @param resource the entity on which the action would be done
 * @param context the circumstances; absent if none are stated
 */
record EvaluationForm(
        EntityForm subject,
        ActionForm action,
        EntityForm resource,
        @Nullable Tree context) {

    /** The form of a subject or a resource. */
    public record EntityForm(
            String type, String id, @Nullable Tree properties) {

        /** The entity. */
        public Entity entity() {
            return new Entity(type, id, membersOf(properties));
        }
    }

    /** The form of an action. */
    public record ActionForm(String name, @Nullable Tree properties) {

        /** The action. */
        public Entity entity() {
            return Entity.action(name, membersOf(properties));
        }
    }

    /**
     * Reads a request.
     *
     * @param ignored gets the pointers of members that the standard does not define
     * @throws io.quanyi.source.FaultsFound if members are missing or of another type
     */
    static EvaluationForm read(Tree body, Consumer<String> ignored) {
        return read(body, EvaluationForm.class, ignored);
    }

    /** Reads a request of any form that has these members. */
    static <T extends Record> T read(Tree body, Class<T> form, Consumer<String> ignored) {
        Faults faults = new Faults();
        T bound = new RecordBinder(faults, ignored).bind(body, form);
        refuseOtherThanObjects(body, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(bound, "bound, where there is no fault");
    }

    private static void refuseOtherThanObjects(Tree body, Faults faults) {
        Map<String, Tree> members = membersOf(body);
        for (String entity : EntityNames.ALL) {
            refuseOtherThanObject(
                    membersOf(members.get(entity)).get("properties"), "/" + entity + "/properties", faults);
        }
        refuseOtherThanObject(members.get("context"), "/context", faults);
    }

    private static void refuseOtherThanObject(@Nullable Tree value, String pointer, Faults faults) {
        if (value != null && !(value instanceof Obj) && !value.isNull()) {
            faults.add(Fault.at(pointer, "not-an-object"));
        }
    }

    /** The members of an object; none for anything else. */
    static Map<String, Tree> membersOf(@Nullable Tree tree) {
        return tree instanceof Obj object ? object.members() : Map.of();
    }
}
