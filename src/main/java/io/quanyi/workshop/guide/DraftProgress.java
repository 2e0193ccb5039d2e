package io.quanyi.workshop.guide;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.MutationResults;
import io.quanyi.coverage.MutationWords;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.CheckSummary.Depth;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.guide.DraftStep.Kind;
import io.quanyi.workshop.scaffold.DraftOutline;
import io.quanyi.workshop.scaffold.DraftOutline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which steps are done for a draft. A step is looked at once those before it are done; later ones count as not done. */
final class DraftProgress {

    private static final String MARK = "TODO";
    private static final Pattern CITATION = Pattern.compile("@clause\\([^)]*\"" + MARK + "\\b");

    private final SourceTree tree;
    private final Output output;
    private final ReleaseId draft;
    private final List<DraftStep> steps = new ArrayList<>();

    private DraftProgress(SourceTree tree, Output output, ReleaseId draft) {
        this.tree = tree;
        this.output = output;
        this.draft = draft;
    }

    /**
     * The steps for a draft.
     *
     * @param changes whether a release is published already, which the draft changes
     */
    static List<DraftStep> of(SourceTree tree, Output output, ReleaseId draft, boolean changes) {
        DraftProgress progress = new DraftProgress(tree, output, draft);
        progress.look();
        Stream.of(Kind.values())
                .skip(progress.steps.size())
                .filter(kind -> changes || kind != Kind.IMPACT)
                .forEach(kind -> progress.steps.add(new DraftStep(kind, false, List.of())));
        return progress.steps;
    }

    private void look() {
        String policy = PartKind.POLICY.folder(draft.programme(), draft.policy());
        boolean goesOn = add(
                        Kind.TEXTS,
                        Stream.of(
                                        draft.programme() + "/programme.yaml",
                                        PartKind.CATALOGUE.folder(draft.programme(), draft.catalogue()),
                                        policy + Clauses.FILE)
                                .flatMap(this::marks)
                                .toList())
                && add(Kind.CITATIONS, citations(policy))
                && add(Kind.CLAUSES, clausesWithoutRule())
                && add(
                        Kind.RULES,
                        Stream.concat(paths(policy, ".drl"), paths(policy, CaseFile.SUFFIX))
                                .flatMap(this::marks)
                                .toList())
                && add(Kind.CHECK, faults(Depth.PARTS));
        if (goesOn && add(Kind.CASES, faults(Depth.CASES))) {
            add(Kind.COVERAGE, survivors());
        }
    }

    /** Adds a step, which is done if nothing is left to do. */
    private boolean add(Kind kind, List<String> left) {
        steps.add(new DraftStep(kind, left.isEmpty(), left));
        return left.isEmpty();
    }

    /** The lines of a file that the author still has to fill in. */
    private Stream<String> marks(String path) {
        SourceFile file = tree.file(path);
        String text = file == null ? "" : Objects.requireNonNullElse(file.text(new Faults()), "");
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                .filter(line -> lines.get(line).contains(MARK))
                .map(line -> path + ":" + (line + 1) + ": " + lines.get(line).strip());
    }

    /** The lines of rules that cite a clause which a scaffold left to be filled in. A rule for the real one would repeat them. */
    private List<String> citations(String policy) {
        return paths(policy, ".drl")
                .flatMap(this::marks)
                .filter(CITATION.asPredicate())
                .toList();
    }

    private Stream<String> paths(String policy, String suffix) {
        return tree.under(policy).stream().map(SourceFile::path).filter(path -> path.endsWith(suffix));
    }

    private List<String> clausesWithoutRule() {
        try {
            return DraftOutline.newest(tree, draft.programme()).clauses().stream()
                    .filter(Entry::lacksRule)
                    .map(clause -> ClausesCommand.line(clause, output))
                    .toList();
        } catch (FaultsFound found) {
            return described(found);
        }
    }

    private List<String> faults(Depth depth) {
        try (ProgressLine progress = ProgressLine.of(output, output.text("progress.check"))) {
            CheckSummary.of(tree, List.of(draft.programme()), depth, true, output.now(), progress);
            return List.of();
        } catch (FaultsFound found) {
            return described(found);
        }
    }

    /** The mutations of the rules that no case notices. */
    private List<String> survivors() {
        ReleaseSelector.Selected selected =
                new ReleaseSelector(tree, output, draft.programme()).load(ReleaseSelector.DRAFT);
        try (ProgressLine progress = ProgressLine.of(output, output.text("progress.mutations"))) {
            MutationResults results = MutationResults.of(
                    selected.release(), selected.cases(tree), RulesTree.noon(selected.release()), progress::at);
            return results.survivors().stream()
                    .map(mutation -> mutation.rule().position() + ": " + MutationWords.of(mutation, output.language()))
                    .toList();
        }
    }

    private List<String> described(FaultsFound found) {
        return found.faults().stream()
                .map((Fault fault) -> fault.describe(output.language()))
                .toList();
    }
}
