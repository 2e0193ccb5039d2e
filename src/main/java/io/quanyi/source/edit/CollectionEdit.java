package io.quanyi.source.edit;

import io.quanyi.source.Tree;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Adds members and items to a list or an object, and removes them, in one of the two layouts of YAML. */
interface CollectionEdit {

    /** Removes the slots that do not stay. */
    void remove(Node collection, List<Slot> slots);

    /** Adds a member after the slot of an index; before the first one for -1. */
    void addMember(Node collection, List<Slot> slots, int after, Map.Entry<String, Tree> member);

    /** Adds an item after the slot of an index; before the first one for -1. */
    void addItem(Node collection, List<Slot> slots, int after, Tree item);
}
