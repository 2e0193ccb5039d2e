package io.quanyi.release.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns the parameters of a query into a tree that can be bound to a record. */
final class QueryTree {

    /** Parameters that are instants. A plus sign is a blank in a query, and is restored in them. */
    private static final Set<String> INSTANTS = Set.of("at", "from", "to");

    private QueryTree() {}

    static Tree of(HttpServletRequest request, Faults faults) {
        Map<String, Tree> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                faults.add(Fault.at("/" + name, "duplicate-member", name));
            }
            String value = INSTANTS.contains(name) ? values[0].replace(' ', '+') : values[0];
            members.put(name, new Tree.Scalar(Position.NOWHERE, Kind.PLAIN, value));
            keys.put(name, Position.NOWHERE);
        });
        return new Tree.Obj(Position.NOWHERE, members, keys);
    }
}
