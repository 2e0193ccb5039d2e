package io.quanyi.catalogue.edit;

import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.BilingualText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a file with other members, in the order in which people write them.
 *
 * @param order the names of the members that are written in an order; others stay where they are
 * @param members the members
 */
record EntryEdit(List<String> order, Map<String, Tree> members) {

    /** The members of an object that is there. */
    static EntryEdit of(List<String> order, Obj object) {
        return new EntryEdit(order, object.members());
    }

    /** With a member of another value; without it for null. A new member stands before the first one that comes later in the order. */
    EntryEdit with(String name, @Nullable Tree value) {
        Map<String, Tree> changed = new LinkedHashMap<>();
        boolean isWritten = value == null || members.containsKey(name);
        for (Map.Entry<String, Tree> member : members.entrySet()) {
            if (!isWritten && isAfter(member.getKey(), name)) {
                changed.put(name, value);
                isWritten = true;
            }
            if (!member.getKey().equals(name)) {
                changed.put(member.getKey(), member.getValue());
            } else if (value != null) {
                changed.put(name, value);
            }
        }
        if (!isWritten) {
            changed.put(name, value);
        }
        return new EntryEdit(order, changed);
    }

    /** With a text; without it for null. */
    EntryEdit with(String name, @Nullable String text) {
        return with(name, text == null ? null : text(text));
    }

    /** With a list of texts; without it for an empty one. */
    EntryEdit with(String name, List<String> texts) {
        return with(
                name,
                texts.isEmpty()
                        ? null
                        : list(texts.stream().map(EntryEdit::text).toList()));
    }

    /** With names. */
    EntryEdit with(String name, BilingualText names) {
        Map<String, Tree> byTag = new LinkedHashMap<>();
        names.languages().forEach(language -> byTag.put(language.tag(), text(names.in(language))));
        return with(name, new Obj(byTag));
    }

    /** The object. */
    Obj object() {
        return new Obj(members);
    }

    static Arr list(List<? extends Tree> items) {
        return new Arr(Position.NOWHERE, List.copyOf(items));
    }

    static Tree text(String text) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, text);
    }

    private boolean isAfter(String one, String other) {
        return order.indexOf(one) > order.indexOf(other);
    }
}
