package io.quanyi.impact.independent;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.Impact;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.independent.EditChoice.ReadEdit;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds requests against the sentences about one edit, deciding each by both releases. */
final class ImpactChecker {

    private static final Instant AT = OffsetDateTime.parse(TriedValues.AT).toInstant();
    private static final int MAX_SHOWN = 5;
    private static final int MAX_TRIES = 5;

    private final ProgrammeEdit edit;
    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final ImpactReport report;
    private final SentenceReading reading;
    private final FurtherReading further;
    private final TriedValues values;
    private final RequestMaker requests;
    private final Random random;
    private final Set<String> shown = new TreeSet<>();
    private int made;
    private int differing;
    private int uncovered;
    private int untrue;

    /** A fault that requests can show of the sentences. */
    enum Fault {
        UNCOVERED,
        FALSE
    }

    /** The result of a request. */
    private record Verdict(boolean differs, @Nullable Fault fault) {}

    /** Derives the impact of an edit. */
    ImpactChecker(ReadEdit edit, Random random) {
        this.edit = edit.edit();
        this.before = edit.before();
        this.after = edit.after();
        this.random = random;
        Impact impact = Impact.between(before, after, AT);
        this.report = ImpactReportWriter.of(impact, before, after, true, null, null, Language.ENGLISH);
        this.reading = new SentenceReading(report, before, after);
        this.further = new FurtherReading(report, reading);
        this.values = new TriedValues(edit.edit(), before, after);
        this.requests = new RequestMaker(values, random);
    }

    /** Checks the example of each sentence, and as many further requests as make the given number; of those made, not all can be read. */
    CheckResult check(int count) {
        report.sentences().forEach(sentence -> check(RequestTrees.of(sentence.example())));
        int most = made + count;
        for (int i = 0; made < most && i < MAX_TRIES * count; i++) {
            check(next());
        }
        return new CheckResult(edit, report.sentences().size(), made, differing, uncovered, untrue, List.copyOf(shown));
    }

    /** A request made from nothing, or the example of a sentence with some members changed. */
    private Tree.Obj next() {
        if (report.sentences().isEmpty() || random.nextInt(3) == 0) {
            return requests.next(
                    values.services().get(random.nextInt(values.services().size())));
        }
        int sentence = random.nextInt(report.sentences().size());
        DecisionRequest example = report.sentences().get(sentence).example();
        Tree.Obj request = RequestTrees.of(example);
        for (int i = random.nextInt(4); i >= 0; i--) {
            request = requests.changed(request, example.question().service());
        }
        return request;
    }

    private void check(Tree.Obj tree) {
        DecisionRequest request = RequestMaker.read(tree);
        if (request == null) {
            return;
        }
        made++;
        Verdict verdict = verdict(request);
        differing += verdict.differs() ? 1 : 0;
        uncovered += verdict.fault() == Fault.UNCOVERED ? 1 : 0;
        untrue += verdict.fault() == Fault.FALSE ? 1 : 0;
        if (verdict.fault() != null && shown.size() < MAX_SHOWN) {
            shown.add(shown(smallest(tree, verdict.fault()), verdict.fault()));
        }
    }

    private Verdict verdict(DecisionRequest request) {
        ReleaseAnswer one = ReleaseAnswer.of(request, before, AT);
        ReleaseAnswer other = ReleaseAnswer.of(request, after, AT);
        boolean differs = !one.core().equals(other.core());
        if (isRefused(one) && isRefused(other)) {
            return new Verdict(differs, null);
        }
        List<SentenceLine> covering = covering(request);
        List<SentenceLine> ofAny =
                covering.stream().filter(SentenceReading::isAboutAnyService).toList();
        if (!ofAny.isEmpty()) {
            boolean isRefused = ofAny.stream()
                    .allMatch(sentence -> refuses(sentence.before(), one) && refuses(sentence.after(), other));
            return new Verdict(differs, isRefused ? null : Fault.FALSE);
        }
        if (further.covers(request)) {
            return new Verdict(differs, null);
        }
        if (!differs) {
            return new Verdict(false, covering.isEmpty() ? null : Fault.FALSE);
        }
        SortedSet<CoreElement> gone = without(one, other);
        SortedSet<CoreElement> come = without(other, one);
        boolean changesOutcome = gone.stream().anyMatch(element -> element.subject() == Subject.OUTCOME);
        AgreedParts own = reading.parts(request);
        if (own.haveTimes()
                && (isUnspoken(gone, changesOutcome, own.isTimed())
                        || isUnspoken(come, changesOutcome, own.isTimed()))) {
            return new Verdict(true, further.coversTimes(request) ? null : Fault.UNCOVERED);
        }
        if (changesOutcome || own.haveTimes()) {
            gone.removeIf(element -> element.subject() == Subject.ASSUMPTION);
            come.removeIf(element -> element.subject() == Subject.ASSUMPTION);
        }
        if (gone.isEmpty() && come.isEmpty()) {
            return new Verdict(true, further.coversTimes(request) ? null : Fault.UNCOVERED);
        }
        Set<CoreElement> before = own.seen(gone, changesOutcome);
        Set<CoreElement> after = own.seen(come, changesOutcome);
        boolean isSo = covering.stream()
                .allMatch(sentence -> StatementReading.isSaid(
                                left(own, sentence.before(), sentence.after()), before, request)
                        && StatementReading.isSaid(left(own, sentence.after(), sentence.before()), after, request));
        return new Verdict(true, covering.isEmpty() ? Fault.UNCOVERED : isSo ? null : Fault.FALSE);
    }

    /** The statements of one side of a sentence to a customer with own terms that the other side lacks. */
    private static List<StatementLine> left(AgreedParts own, List<StatementLine> lines, List<StatementLine> others) {
        List<String> twice = own.left(others).stream()
                .map(line -> line.part() + " " + line.value())
                .toList();
        return own.left(lines).stream()
                .filter(line -> !twice.contains(line.part() + " " + line.value()))
                .toList();
    }

    /** Whether no sentence speaks of a change for customers with agreed times: facts are missing or waited for, or a clock changes. */
    private static boolean isUnspoken(Set<CoreElement> elements, boolean changesOutcome, boolean isTimed) {
        return elements.stream().anyMatch(element -> switch (element.subject()) {
            case MISSING, DEPENDENT -> true;
            case RESPONSE, RESOLUTION, WINDOW -> !changesOutcome && isTimed;
            default -> false;
        });
    }

    private List<SentenceLine> covering(DecisionRequest request) {
        return report.sentences().stream()
                .filter(sentence -> reading.covers(sentence, request))
                .filter(sentence -> SentenceReading.isAboutAnyService(sentence) || isLeft(sentence, request))
                .toList();
    }

    /** Whether a sentence says anything to the customer of a request, whose contract may agree all of it. */
    private boolean isLeft(SentenceLine sentence, DecisionRequest request) {
        AgreedParts own = reading.parts(request);
        boolean isSaid = !left(own, sentence.before(), sentence.after()).isEmpty()
                || !left(own, sentence.after(), sentence.before()).isEmpty();
        return isSaid && (!own.haveTimes() || !isUnspoken(sentence));
    }

    /** Whether a sentence is about missing facts, of which it says nothing to customers with agreed times. */
    private static boolean isUnspoken(SentenceLine sentence) {
        return Stream.concat(sentence.before().stream(), sentence.after().stream())
                .anyMatch(line -> line.part().equals("missing") || line.part().equals("dependent"));
    }

    private static SortedSet<CoreElement> without(ReleaseAnswer answer, ReleaseAnswer other) {
        SortedSet<CoreElement> rest = new TreeSet<>(answer.elements());
        rest.removeAll(other.elements());
        return rest;
    }

    /** Whether a release refuses a request if a sentence says so; the sentence says nothing of a release that does not. */
    private static boolean refuses(List<StatementLine> lines, ReleaseAnswer answer) {
        return isRefused(answer)
                || lines.stream().noneMatch(line -> line.value().equals("REFUSED"));
    }

    /** Whether a release refuses a request for what it says, not for what it leaves out. */
    private static boolean isRefused(ReleaseAnswer answer) {
        return answer.refused() != null
                && answer.elements().stream().noneMatch(element -> element.subject() == Subject.MISSING);
    }

    /** The request without all that the fault does not need. */
    private Tree.Obj smallest(Tree.Obj tree, Fault fault) {
        for (Tree.Obj fewer : RequestTrees.fewer(tree)) {
            DecisionRequest request = RequestMaker.read(fewer);
            if (request != null && verdict(request).fault() == fault) {
                return smallest(fewer, fault);
            }
        }
        return tree;
    }

    private String shown(Tree.Obj tree, Fault fault) {
        DecisionRequest request = Objects.requireNonNull(RequestMaker.read(tree));
        List<String> lines = new ArrayList<>(List.of(
                edit + ": " + fault,
                RequestTrees.json(tree),
                "before " + ReleaseAnswer.of(request, before, AT).elements(),
                "after  " + ReleaseAnswer.of(request, after, AT).elements()));
        covering(request).forEach(sentence -> lines.add("said   " + sentence.text()));
        return String.join("\n    ", lines);
    }

    /** Whether the report says that nothing changes. */
    boolean isSilent() {
        return report.none();
    }
}
