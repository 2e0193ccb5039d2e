package io.quanyi.impact.independent;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes requests of every form that the description of the interface allows, with values that are given for each member. */
final class RequestMaker {

    /** The members that the effect of a contract term takes, as the description of the interface states them. */
    private static final Map<String, Set<String>> MEMBERS_OF_EFFECT = Map.of(
            "grant", Set.of("severity"),
            "exclude", Set.of("severity"),
            "respond-within", Set.of("target", "severity", "window"),
            "resolve-within", Set.of("target", "severity", "window"),
            "quota", Set.of("limit", "unit", "per"),
            "window", Set.of("window"),
            "charge", Set.of("from", "currency", "per", "to"),
            "channel", Set.of("channel"));

    private static final Map<String, Set<String>> NEEDED_BY_EFFECT = Map.of(
            "respond-within", Set.of("target"),
            "resolve-within", Set.of("target"),
            "quota", Set.of("limit", "unit"),
            "window", Set.of("window"),
            "charge", Set.of("from", "currency", "per"),
            "channel", Set.of("channel"));

    /** Members that are present seldom: most of their values make a request be refused, or have no effect on any answer. */
    private static final Set<String> SELDOM = Set.of(
            "/release",
            "/knownAt",
            "/question/pauses",
            "/question/asOf",
            "/question/respondedAt",
            "/question/resolvedAt");

    private static final Map<String, Tree> SCHEMAS = schemas();

    private final TriedValues values;
    private final Random random;

    RequestMaker(TriedValues values, Random random) {
        this.values = values;
        this.random = random;
    }

    private static Map<String, Tree> schemas() {
        try {
            SourceFile file = new SourceFile("openapi.yaml", Files.readAllBytes(Path.of("api-spec/openapi.yaml")));
            Tree root = Objects.requireNonNull(YamlReader.read(file, new Faults()));
            return members(member(member(root, "components"), "schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Tree> members(@Nullable Tree tree) {
        return ((Tree.Obj) Objects.requireNonNull(tree)).members();
    }

    private static @Nullable Tree member(@Nullable Tree tree, String name) {
        return members(tree).get(name);
    }

    /** The schema of each member of a request that has no members of its own, by its path without numbers of list entries. */
    static Map<String, Tree> leaves() {
        Map<String, Tree> leaves = new TreeMap<>();
        leaves("", Objects.requireNonNull(SCHEMAS.get("DecisionRequest")), leaves);
        return leaves;
    }

    private static void leaves(String path, Tree schema, Map<String, Tree> leaves) {
        Tree resolved = resolved(schema);
        Tree items = member(resolved, "items");
        Tree properties = member(resolved, "properties");
        if (items != null) {
            leaves(path, items, leaves);
        } else if (properties != null) {
            members(properties).forEach((name, property) -> leaves(path + "/" + name, property, leaves));
        } else {
            leaves.put(path, resolved);
        }
    }

    private static Tree resolved(Tree schema) {
        Tree any = member(schema, "anyOf");
        if (any instanceof Tree.Arr options) {
            return resolved(options.items().get(0));
        }
        Tree reference = member(schema, "$ref");
        if (reference instanceof Tree.Scalar scalar) {
            String name = scalar.text().substring(scalar.text().lastIndexOf('/') + 1);
            return resolved(Objects.requireNonNull(SCHEMAS.get(name)));
        }
        return schema;
    }

    /** A request about a service. */
    Tree.Obj next(String service) {
        double presence = List.of(0.05, 0.2, 0.4, 0.7).get(random.nextInt(4));
        return (Tree.Obj) object("", Objects.requireNonNull(SCHEMAS.get("DecisionRequest")), service, presence);
    }

    /** A request with one member replaced, added or removed, in the same part of the request. */
    Tree.Obj changed(Tree.Obj request, String service) {
        Tree.Obj other = next(service);
        List<String> paths = new ArrayList<>(leaves().keySet());
        String path = paths.get(random.nextInt(paths.size()));
        String[] names = path.substring(1).split("/", -1);
        int depth = names.length > 2 && random.nextBoolean() ? 3 : 2;
        return (Tree.Obj) Objects.requireNonNull(grafted(request, other, names, 0, Math.min(depth, names.length)));
    }

    private static @Nullable Tree grafted(@Nullable Tree into, @Nullable Tree from, String[] names, int at, int depth) {
        if (at == depth || !(into instanceof Tree.Obj one) || !(from instanceof Tree.Obj two)) {
            return from;
        }
        Map<String, Tree> members = new LinkedHashMap<>(one.members());
        Tree changed = grafted(members.get(names[at]), two.members().get(names[at]), names, at + 1, depth);
        if (changed == null) {
            members.remove(names[at]);
        } else {
            members.put(names[at], changed);
        }
        return new Tree.Obj(members);
    }

    private Tree object(String path, Tree schema, String service, double presence) {
        Tree resolved = resolved(schema);
        Tree properties = member(resolved, "properties");
        Tree items = member(resolved, "items");
        if (items != null) {
            List<Tree> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(object(path, items, service, presence));
            }
            return new Tree.Arr(Position.NOWHERE, list);
        }
        if (member(resolved, "additionalProperties") instanceof Tree.Obj) {
            return measures(path);
        }
        if (properties == null) {
            return scalar(path, resolved, service);
        }
        Set<String> required = required(resolved);
        Map<String, Tree> made = new LinkedHashMap<>();
        boolean term = members(properties).containsKey("effect");
        members(properties).forEach((name, property) -> {
            String below = path + "/" + name;
            double probability = SELDOM.contains(below) ? 0.01 : presence;
            if (term || required.contains(name) || random.nextDouble() < probability) {
                made.put(name, object(below, property, service, presence));
            }
        });
        if (term) {
            String effect = ((Tree.Scalar) Objects.requireNonNull(made.get("effect"))).text();
            Set<String> taken = MEMBERS_OF_EFFECT.getOrDefault(effect, Set.of());
            Set<String> needed = NEEDED_BY_EFFECT.getOrDefault(effect, Set.of());
            made.keySet()
                    .removeIf(name -> !required.contains(name)
                            && !needed.contains(name)
                            && (!taken.contains(name) || random.nextInt(3) > 0));
        }
        return new Tree.Obj(made);
    }

    /** Some of the measures of a part of a request. */
    private Tree measures(String path) {
        Map<String, Tree> made = new LinkedHashMap<>();
        values.measures(path.split("/", -1)[1]).forEach((id, measure) -> {
            if (random.nextInt(3) > 0) {
                made.put(id, value(measure));
            }
        });
        return new Tree.Obj(made);
    }

    private Tree value(Catalogue.Measure measure) {
        List<String> all = values.of(measure);
        return new Tree.Scalar(
                Position.NOWHERE,
                switch (measure.kind()) {
                    case NUMBER -> Tree.Kind.NUMBER;
                    case BOOLEAN -> Tree.Kind.BOOLEAN;
                    case ID, DATE -> Tree.Kind.TEXT;
                },
                all.get(random.nextInt(all.size())));
    }

    private static Set<String> required(Tree schema) {
        Tree required = member(schema, "required");
        return required instanceof Tree.Arr names
                ? Set.copyOf(names.items().stream()
                        .map(name -> ((Tree.Scalar) name).text())
                        .toList())
                : Set.of();
    }

    private Tree scalar(String path, Tree schema, String service) {
        Tree type = member(schema, "type");
        String kind = type instanceof Tree.Arr types
                ? ((Tree.Scalar) types.items().get(0)).text()
                : ((Tree.Scalar) Objects.requireNonNull(type)).text();
        List<String> all = values.of(path);
        String value = all.get(random.nextInt(all.size()));
        String text = value.equals(TriedValues.ASKED) ? service : value;
        return new Tree.Scalar(
                Position.NOWHERE,
                switch (kind) {
                    case "integer", "number" -> Tree.Kind.NUMBER;
                    case "boolean" -> Tree.Kind.BOOLEAN;
                    default -> Tree.Kind.TEXT;
                },
                text);
    }

    /** The request as the service reads it; null if a reader refuses it. */
    static @Nullable DecisionRequest read(Tree.Obj tree) {
        Faults faults = new Faults();
        DecisionRequest request = new RecordBinder(faults).bind(tree, DecisionRequest.class);
        return faults.sorted().isEmpty() ? request : null;
    }
}
