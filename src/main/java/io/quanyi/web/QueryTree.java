package io.quanyi.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns the parameters of a query into a tree that can be bound to a record. The fields of a form are not among them. */
public final class QueryTree {

    /** Parameters that are instants. A plus sign is a blank in a query, and is restored in them. */
    private static final Set<String> INSTANTS = Set.of("at", "from", "to");

    private QueryTree() {}

    /** The query of a request as an object of texts; a parameter that stands twice is a fault. */
    public static Tree.Obj of(HttpServletRequest request, Faults faults) {
        Map<String, Tree> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
                String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
                String meant = INSTANTS.contains(name) ? value.replace(' ', '+') : value;
                keys.put(name, Position.NOWHERE);
                if (members.putIfAbsent(name, new Tree.Scalar(Position.NOWHERE, Kind.PLAIN, meant)) != null) {
                    faults.add(Fault.at("/" + name, "duplicate-member", name));
                }
            }
        }
        return new Tree.Obj(Position.NOWHERE, members, keys);
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
