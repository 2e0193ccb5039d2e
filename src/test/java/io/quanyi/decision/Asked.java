package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.check.RequestCheck;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request in the making: members are set and taken out by JSON pointer, and written as in YAML. Immutable. */
final class Asked {

    private final Tree tree;

    private Asked(Tree tree) {
        this.tree = tree;
    }

    /** A request as YAML. */
    static Asked of(String yaml) {
        return new Asked(parsed(yaml));
    }

    /** A request that was read. */
    static Asked of(Tree tree) {
        return new Asked(tree);
    }

    /** About a service that runs through 2026 and was never used, on Monday 2026-06-01 at ten in the morning in Beijing. */
    static Asked about(String service, String plan) {
        return of("""
                programme: any
                subscription: { plan: %s, serviceStart: 2026-01-01, serviceEnd: 2026-12-31, usage: [] }
                question: { service: %s, at: "2026-06-01T10:00+08:00" }
                """.formatted(plan, service));
    }

    Asked at(String instant) {
        return with("/question/at", '"' + instant + '"');
    }

    /** With a member set; objects on the way to it are made. */
    Asked with(String pointer, String yaml) {
        return new Asked(Objects.requireNonNull(set(tree, path(pointer), parsed(yaml))));
    }

    Asked without(String pointer) {
        return new Asked(Objects.requireNonNull(set(tree, path(pointer), null)));
    }

    boolean has(String pointer) {
        return pointers().contains(pointer);
    }

    /** The member's text, if it is there and has one. */
    @Nullable String text(String pointer) {
        Tree found = tree;
        for (String name : path(pointer)) {
            found = found instanceof Tree.Obj object ? object.members().get(name) : null;
        }
        return found instanceof Tree.Scalar scalar ? scalar.text() : null;
    }

    /** The pointers of all members there are, in objects and in lists of objects. */
    List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        collect(tree, "", pointers);
        return pointers;
    }

    Tree tree() {
        return tree;
    }

    DecisionRequest request() {
        Faults faults = new Faults();
        DecisionRequest request = new RecordBinder(faults).bind(tree, DecisionRequest.class);
        faults.throwIfAny();
        return Objects.requireNonNull(request);
    }

    Instant instant() {
        return request().instant(Instant.EPOCH);
    }

    ResolvedRequest check(ProgrammeRelease release) {
        return RequestCheck.check(request(), release, instant());
    }

    CheckedQuestion question(ProgrammeRelease release) {
        return CheckedQuestion.of(request(), release, instant());
    }

    Decision decide(ProgrammeRelease release) {
        return new Decider((request, at) -> release).decide(request(), Instant.EPOCH);
    }

    /** The decision; null where there is none. */
    @Nullable Decision tryToDecide(ProgrammeRelease release) {
        try {
            return decide(release);
        } catch (RequestRefused e) {
            return null;
        }
    }

    RequestRefused refusal(ProgrammeRelease release) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> decide(release));
        assertThat(refused).as("refusal of %s", this).isNotNull();
        return Objects.requireNonNull(refused);
    }

    /** Each fault as {@code code at pointer}. */
    List<String> faults(ProgrammeRelease release) {
        return faults(refusal(release));
    }

    static List<String> faults(RequestRefused refused) {
        return refused.faults().stream().map(Asked::describe).toList();
    }

    private static String describe(Fault fault) {
        return fault.code() + " at " + fault.pointer();
    }

    @Override
    public String toString() {
        return request().toString();
    }

    private static Tree parsed(String yaml) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(new SourceFile("request", yaml.getBytes(StandardCharsets.UTF_8)), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(tree);
    }

    private static List<String> path(String pointer) {
        return Arrays.asList(pointer.substring(1).split("/", -1));
    }

    private static @Nullable Tree set(@Nullable Tree tree, List<String> path, @Nullable Tree value) {
        if (path.isEmpty()) {
            return value;
        }
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (tree instanceof Tree.Arr array) {
            List<Tree> items = new ArrayList<>(array.items());
            int index = Integer.parseInt(name);
            items.set(index, Objects.requireNonNull(set(items.get(index), rest, value)));
            return new Tree.Arr(array.position(), items);
        }
        Map<String, Tree> members = new LinkedHashMap<>();
        if (tree instanceof Tree.Obj object) {
            members.putAll(object.members());
        }
        Tree member = set(members.get(name), rest, value);
        if (member == null) {
            members.remove(name);
        } else {
            members.put(name, member);
        }
        Map<String, Position> keys = new LinkedHashMap<>();
        members.keySet().forEach(key -> keys.put(key, Position.NOWHERE));
        return new Tree.Obj(Position.NOWHERE, members, keys);
    }

    private static void collect(Tree tree, String pointer, List<String> pointers) {
        if (tree instanceof Tree.Obj object) {
            object.members().forEach((name, member) -> {
                pointers.add(pointer + "/" + name);
                collect(member, pointer + "/" + name, pointers);
            });
        } else if (tree instanceof Tree.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(array.items().get(i), pointer + "/" + i, pointers);
            }
        }
    }
}
