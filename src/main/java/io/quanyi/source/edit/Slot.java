package io.quanyi.source.edit;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A member of an object, or an item of a list, as it is written.
 *
 * @param first the node with which it begins: the name of a member
 * @param last the node with which it ends
 * @param stays whether it is still wanted
 */
record Slot(Node first, Node last, boolean stays) {}
