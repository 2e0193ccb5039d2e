package io.quanyi.impact.independent;

import io.quanyi.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random values of single members, taken from requests that are made once. */
final class RandomMembers {

    private static final int REQUESTS = 300;

    private final Random random;
    private final List<Tree.Obj> requests = new ArrayList<>();
    private final Map<String, List<Tree>> values = new HashMap<>();

    RandomMembers(RequestMaker maker, String service, Random random) {
        this.random = random;
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(maker.next(service));
        }
    }

    /** A request with a value of a member; null if no value was made. */
    Tree.@Nullable Obj with(Tree.Obj request, String pointer) {
        List<Tree> all = values.computeIfAbsent(pointer, this::values);
        return all.isEmpty() ? null : with(request, pointer, all.get(random.nextInt(all.size())));
    }

    private List<Tree> values(String pointer) {
        return requests.stream()
                .flatMap(request -> Stream.ofNullable(at(request, pointer)))
                .toList();
    }

    private static @Nullable Tree at(Tree tree, String pointer) {
        @Nullable Tree found = tree;
        for (String name : pointer.substring(1).split("/", -1)) {
            found = found instanceof Tree.Obj object ? object.members().get(name) : null;
        }
        return found;
    }

    private static Tree.Obj with(Tree.Obj request, String pointer, Tree value) {
        int end = pointer.indexOf('/', 1);
        String name = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        Map<String, Tree> members = new LinkedHashMap<>(request.members());
        Tree.Obj inner = members.get(name) instanceof Tree.Obj object ? object : new Tree.Obj(Map.of());
        members.put(name, end < 0 ? value : with(inner, pointer.substring(end), value));
        return new Tree.Obj(members);
    }
}
