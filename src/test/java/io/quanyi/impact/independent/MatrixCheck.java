package io.quanyi.impact.independent;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Fact;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.source.Tree;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds random requests against what the lines of a matrix say of the members that they depend on. A line is a cell, or one severity of a
 * cell.
 */
final class MatrixCheck {

    static final OffsetDateTime ASKED = OffsetDateTime.parse(TriedValues.AT);
    private static final Instant AT = ASKED.toInstant();

    /** The members that every line fixes: the service begins today. */
    private static final Set<String> FIXED = Set.of("/subscription/serviceStart", "/question/severity");

    private static final Map<String, Absent> MEMBERS = members();

    private final ProgrammeRelease release;
    private final Random random;
    private final RandomMembers members;
    private int requests;

    /** A line of the matrix. */
    record Line(String service, String plan, @Nullable String severity, Matrix.Content content) {

        /** The members that the line depends on. */
        Set<String> named() {
            Decision decision = content.decision();
            return new TreeSet<>(decision == null ? content.dependsOn() : decision.openMembers());
        }

        @Override
        public String toString() {
            return service + " in " + plan + (severity == null ? "" : " for " + severity) + " " + named();
        }
    }

    MatrixCheck(ProgrammeRelease release, RequestMaker maker, Random random) {
        this.release = release;
        this.random = random;
        this.members = new RandomMembers(
                maker, release.catalogue().services().keySet().iterator().next(), random);
    }

    /** The members of a request that supply facts which may be absent. */
    private static Map<String, Absent> members() {
        Map<String, Absent> members = new TreeMap<>();
        facts(Fact.class)
                .flatMap(fact -> Stream.of(fact.getRecordComponents()))
                .flatMap(component -> Stream.ofNullable(component.getAnnotation(Absent.class)))
                .forEach(absent -> members.put(absent.pointer(), absent));
        return members;
    }

    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(MatrixCheck::facts);
    }

    /** All lines. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Matrix.Row row : Matrix.of(release, AT).rows()) {
            for (Matrix.Cell cell : row.cells()) {
                lines.add(new Line(row.service(), cell.plan(), null, cell.plain()));
                cell.bySeverity()
                        .forEach((severity, content) ->
                                lines.add(new Line(row.service(), cell.plan(), severity, content)));
            }
        }
        return lines;
    }

    int requests() {
        return requests;
    }

    private Tree.Obj request(Line line) {
        return RequestTrees.of(RequestBuilder.of(release.programme().id(), line.plan(), line.service(), ASKED)
                .serviceStart(ASKED.toLocalDate())
                .usage(List.of())
                .severity(line.severity())
                .request());
    }

    private @Nullable ReleaseAnswer answer(Tree.Obj tree) {
        DecisionRequest request = RequestMaker.read(tree);
        requests++;
        ReleaseAnswer answer = request == null ? null : ReleaseAnswer.of(request, release, AT);
        return answer == null || answer.isRefused() ? null : answer;
    }

    /** The request with some of the members. */
    private Tree.Obj withSome(Tree.Obj request, Collection<String> pointers, double probability) {
        Tree.Obj made = request;
        for (String pointer : pointers) {
            if (random.nextDouble() < probability) {
                Tree.Obj more = members.with(made, pointer);
                made = more == null ? made : more;
            }
        }
        return made;
    }

    private static boolean isIn(String pointer, Set<String> named) {
        return named.stream().anyMatch(one -> pointer.equals(one) || pointer.startsWith(one + "/"));
    }

    private static List<String> members(Meaning meaning) {
        return MEMBERS.entrySet().stream()
                .filter(member -> member.getValue().means() == meaning)
                .map(Map.Entry::getKey)
                .filter(pointer -> !FIXED.contains(pointer))
                .toList();
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>(members(Meaning.UNKNOWN));
        release.catalogue()
                .measures()
                .values()
                .forEach(measure -> asked.add("/" + measure.of() + "/measures/" + measure.id()));
        return asked;
    }

    /** Two requests with other answers that differ in members which a line does not name; null if none are found. */
    @Nullable String unnamed(Line line, int tries) {
        Set<String> named = line.named();
        List<String> others = asked().stream().filter(one -> !isIn(one, named)).toList();
        for (int i = 0; i < tries; i++) {
            Tree.Obj one = withSome(request(line), named, 1);
            Tree.Obj other = withSome(one, others, 0.5);
            ReleaseAnswer before = answer(one);
            ReleaseAnswer after = answer(other);
            if (before != null && after != null && !before.core().equals(after.core())) {
                return line + ": too few\n" + shown(one, before) + shown(other, after);
            }
            String missing = before == null ? null : missing(before, named);
            if (before != null && missing != null) {
                return line + ": asks for " + missing + "\n" + shown(one, before);
            }
        }
        return null;
    }

    private static @Nullable String missing(ReleaseAnswer answer, Set<String> named) {
        return answer.elements().stream()
                .filter(element -> element.subject() == Subject.MISSING)
                .map(element -> element.words().get(0))
                .filter(pointer -> !isIn(pointer, named))
                .findFirst()
                .orElse(null);
    }

    /** A member whose value is presumed and by which the answer of a line changes that does not say so; null if none is found. */
    @Nullable String unsaid(Line line, int tries) {
        ReleaseAnswer cell = line.content().decision() == null ? null : answer(request(line));
        if (cell == null) {
            return null;
        }
        String said = cell.core();
        List<String> presumed = members(Meaning.ASSUMED).stream()
                .filter(pointer -> !said.contains(condition(pointer)))
                .toList();
        for (int i = 0; i < tries && !presumed.isEmpty(); i++) {
            Tree.Obj other = withSome(request(line), presumed, 0.5);
            ReleaseAnswer answer = answer(other);
            if (answer != null && isOtherwise(cell, answer)) {
                return line + ": unsaid\n" + shown(request(line), cell) + shown(other, answer);
            }
        }
        return null;
    }

    private static String condition(String pointer) {
        return Objects.requireNonNull(MEMBERS.get(pointer), pointer).condition();
    }

    /** Whether an answer is another one; of a refusal, whether it is none. */
    private static boolean isOtherwise(ReleaseAnswer cell, ReleaseAnswer answer) {
        boolean isNo = Stream.of(cell, answer)
                .allMatch(one -> one.decision() != null && one.decision().outcome() == Result.NOT_ENTITLED);
        return !isNo && !answer.core().equals(cell.core());
    }

    /** The members that a line names and that change no answer in so many tries. */
    List<String> needless(Line line, int tries) {
        Set<String> named = line.named();
        return named.stream()
                .filter(pointer -> !matters(line, pointer, named, tries))
                .toList();
    }

    private boolean matters(Line line, String pointer, Set<String> named, int tries) {
        Set<String> others = new TreeSet<>(named);
        others.remove(pointer);
        for (int i = 0; i < tries; i++) {
            Tree.Obj base =
                    withSome(request(line), others, List.of(0.3, 0.7, 1.0).get(i % 3));
            Tree.Obj one = members.with(base, pointer);
            Tree.Obj other = members.with(base, pointer);
            ReleaseAnswer before = one == null ? null : answer(one);
            ReleaseAnswer after = other == null ? null : answer(other);
            if (before != null && after != null && !before.core().equals(after.core())) {
                return true;
            }
        }
        return false;
    }

    private static String shown(Tree.Obj request, ReleaseAnswer answer) {
        SortedSet<CoreElement> elements = answer.elements();
        return "    " + RequestTrees.json(request) + "\n    " + elements + "\n";
    }
}
