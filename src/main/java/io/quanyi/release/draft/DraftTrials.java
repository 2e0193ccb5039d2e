package io.quanyi.release.draft;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.advice.DraftReleases;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.release.StateRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks drafts, and loads them so that they can be tried. A loaded draft answers only requests that name the draft. */
public final class DraftTrials implements DraftReleases {

    /** How many loaded drafts are kept: those that people try at the moment. */
    private static final int KEPT = 4;

    private final DraftService drafts;
    private final WorkQueue queue;
    private final Map<String, ProgrammeRelease> loaded = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** @param queue the threads on which drafts are checked */
    DraftTrials(DraftService drafts, WorkQueue queue) {
        this.drafts = drafts;
        this.queue = queue;
    }

    /**
     * The result of a check of a draft.
     *
     * @param draft the state that was checked
     * @param faults its faults, by the names of its files
     * @param remarks hints that are no faults, by the names of its files; none if it has faults
     */
    public record Checked(Draft draft, List<Fault> faults, List<Fault> remarks) {

        /** Keeps copies. */
        public Checked {
            faults = List.copyOf(faults);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Checks whether the files of a draft can be read and fit together. No case is run.
     *
     * @param abandoned whether the caller has gone
     * @throws DraftRefused if there is no such draft, or too much other work
     */
    public Checked check(String programme, String id, BooleanSupplier abandoned) {
        return check(drafts.find(programme, id), abandoned);
    }

    /**
     * Checks a draft as if a file that is not saved were in it.
     *
     * @param abandoned whether no caller waits for the result any more
     * @throws DraftRefused if there is no such draft, the file is too large, or there is too much other work
     * @throws io.quanyi.source.FaultsFound if no file of a draft may have the name
     */
    public Checked check(String programme, String id, SourceFile unsaved, BooleanSupplier abandoned) {
        DraftEditor.refuseUnfit(unsaved);
        DraftView view = drafts.find(programme, id);
        DraftContent content = view.content().with(unsaved.path(), unsaved);
        return check(
                new DraftView(view.draft(), content, view.published(), view.overtaken(), view.pushed()), abandoned);
    }

    private Checked check(DraftView view, BooleanSupplier abandoned) {
        DraftRelease release = drafts.release(view);
        return bounded(abandoned, cancellation -> {
            Faults faults = new Faults();
            CheckedRelease checked = guarded(
                    faults,
                    () -> CheckedRelease.of(
                            release.tree(), release.id(), CheckScope.parts().until(cancellation), faults));
            return new Checked(
                    view.draft(),
                    faults.sorted().stream().map(release::named).toList(),
                    checked == null
                            ? List.of()
                            : checked.remarks().stream().map(release::named).toList());
        });
    }

    /**
     * A draft that was loaded.
     *
     * @param draft the state that was loaded
     * @param source the files of the release that it would be
     * @param release that release
     */
    public record Loaded(Draft draft, DraftRelease source, ProgrammeRelease release) {}

    /**
     * Loads a draft.
     *
     * @throws DraftRefused if there is no such draft, or with its faults, if it cannot be loaded
     */
    public Loaded load(String programme, String id) {
        DraftView view = drafts.find(programme, id);
        return new Loaded(view.draft(), drafts.release(view), load(view));
    }

    /**
     * The cases of a draft.
     *
     * @throws DraftRefused with the faults of their files
     */
    public List<CaseFile> cases(Loaded loaded) {
        DraftRelease source = loaded.source();
        Faults faults = new Faults();
        List<CaseFile> cases = guarded(
                faults,
                () -> ReleaseCheck.cases(
                        source.id().programme(), RulesTree.policyFiles(source.tree(), source.id()), faults));
        if (cases == null || faults.count() > 0) {
            throw unsound(source, faults);
        }
        return cases;
    }

    /** Resolves every request to a draft, for every instant. */
    @Override
    public ReleaseResolver of(String programme, String id) {
        DraftView view = drafts.find(programme, id);
        return (request, at) -> {
            refuseOther(request, programme);
            return load(view);
        };
    }

    private static void refuseOther(DecisionRequest request, String programme) {
        List<Fault> faults = new ArrayList<>();
        if (!request.programme().equals(programme)) {
            faults.add(Fault.at("/programme", "draft-of-other-programme", request.programme(), programme));
        }
        if (request.release() != null) {
            faults.add(Fault.at("/release", "draft-beside-release"));
        }
        if (request.knownAt() != null) {
            faults.add(Fault.at("/knownAt", "draft-beside-release"));
        }
        if (!faults.isEmpty()) {
            throw new RequestRefused(Stage.CONTRADICTORY, faults);
        }
    }

    /**
     * The release of a draft, loaded now if it is not in memory.
     *
     * @throws DraftRefused with its faults, if it cannot be loaded
     */
    private synchronized ProgrammeRelease load(DraftView view) {
        DraftRelease release = drafts.release(view);
        String key = view.draft().revision() + " " + release.id().digest();
        ProgrammeRelease known = loaded.get(key);
        if (known != null) {
            return known;
        }
        Faults faults = new Faults();
        ProgrammeRelease fresh = guarded(faults, () -> RulesTree.draft(release.tree(), release.id(), faults));
        if (fresh == null) {
            throw unsound(release, faults);
        }
        loaded.put(key, fresh);
        if (loaded.size() > KEPT) {
            loaded.remove(loaded.keySet().iterator().next());
        }
        return fresh;
    }

    private static DraftRefused unsound(DraftRelease release, Faults faults) {
        return new DraftRefused(
                Reason.UNSOUND, faults.sorted().stream().map(release::named).toArray(Fault[]::new));
    }

    /** The result of work on what authors wrote; null, with the faults added, if it has none or fails. */
    private static <T> @Nullable T guarded(Faults faults, Supplier<@Nullable T> work) {
        try {
            return StateRefused.guard(Fault.at("", "state-failed"), () -> Optional.ofNullable(work.get()))
                    .orElse(null);
        } catch (StateRefused e) {
            e.faults().forEach(faults::add);
            return null;
        }
    }

    private <T> T bounded(BooleanSupplier abandoned, Function<Cancellation, T> work) {
        try {
            return queue.run(abandoned, work);
        } catch (WorkQueueFull e) {
            throw new DraftRefused(Reason.BUSY);
        } catch (WorkCancelled e) {
            throw new DraftRefused(Reason.ENDED);
        }
    }
}
