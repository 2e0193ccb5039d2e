package io.quanyi.impact.independent;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.WireFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Turns requests into trees, smaller trees and JSON. */
final class RequestTrees {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WireFormat()).build();

    private RequestTrees() {}

    static Tree.Obj of(DecisionRequest request) {
        return (Tree.Obj) withoutNulls(JsonReader.read(JSON.writeValueAsBytes(request)));
    }

    private static Tree withoutNulls(Tree tree) {
        if (tree instanceof Tree.Arr list) {
            return new Tree.Arr(
                    Position.NOWHERE,
                    list.items().stream().map(RequestTrees::withoutNulls).toList());
        }
        if (tree instanceof Tree.Obj object) {
            Map<String, Tree> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                if (!(member instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL)) {
                    members.put(name, withoutNulls(member));
                }
            });
            return new Tree.Obj(members);
        }
        return tree;
    }

    /** The same request without one member or list entry, in each way. */
    static List<Tree.Obj> fewer(Tree.Obj tree) {
        List<Tree.Obj> all = new ArrayList<>();
        smaller(tree).forEach(one -> all.add((Tree.Obj) one));
        return all;
    }

    private static List<Tree> smaller(Tree tree) {
        List<Tree> all = new ArrayList<>();
        if (tree instanceof Tree.Obj object) {
            for (String name : object.members().keySet()) {
                Map<String, Tree> fewer = new LinkedHashMap<>(object.members());
                fewer.remove(name);
                all.add(new Tree.Obj(fewer));
            }
            object.members()
                    .forEach((name, member) -> smaller(member).forEach(other -> {
                        Map<String, Tree> changed = new LinkedHashMap<>(object.members());
                        changed.put(name, other);
                        all.add(new Tree.Obj(changed));
                    }));
        } else if (tree instanceof Tree.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                List<Tree> fewer = new ArrayList<>(list.items());
                fewer.remove(i);
                all.add(new Tree.Arr(Position.NOWHERE, fewer));
                for (Tree other : smaller(list.items().get(i))) {
                    List<Tree> changed = new ArrayList<>(list.items());
                    changed.set(i, other);
                    all.add(new Tree.Arr(Position.NOWHERE, changed));
                }
            }
        }
        return all;
    }

    static String json(Tree tree) {
        if (tree instanceof Tree.Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> '"' + member.getKey() + "\": " + json(member.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (tree instanceof Tree.Arr list) {
            return list.items().stream().map(RequestTrees::json).collect(Collectors.joining(", ", "[", "]"));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return scalar.kind() == Tree.Kind.TEXT ? '"' + scalar.text().replace("\"", "\\\"") + '"' : scalar.text();
    }
}
