package io.quanyi.release;

import io.quanyi.process.FatalErrors;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.work.WorkCancelled;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a state of the rules. {@link #guard} turns every failure while a state is read, loaded, checked or
 * warmed up into a refusal with a text, so that no state can end the thread that checks it.
 */
public final class StateRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final boolean passing;

    private StateRefused(List<Fault> faults, boolean passing, @Nullable Throwable cause) {
        super(faults.toString(), cause);
        this.faults = List.copyOf(faults);
        this.passing = passing;
    }

    /** A refusal because of faults in the state. */
    public StateRefused(List<Fault> faults) {
        this(faults, false, null);
    }

    /**
     * Runs work on a state.
     *
     * @param failed the fault to report if the service itself fails
     * @throws StateRefused for every exception and error of the work, except cancellation and errors after which the
     *     virtual machine cannot continue
     */
    public static <T> T guard(Fault failed, Supplier<T> work) {
        try {
            return work.get();
        } catch (StateRefused e) {
            throw e;
        } catch (StoreFailure e) {
            throw new StateRefused(List.of(e.fault()), e instanceof StoreUnavailable, null);
        } catch (FaultsFound e) {
            throw new StateRefused(e.faults());
        } catch (BrokenRelease e) {
            throw new StateRefused(e.faults(), false, e.getCause());
        } catch (WorkCancelled e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new StateRefused(List.of(Fault.at(failed.position(), "state-too-deep")), false, e);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            FatalErrors.endIfFatal(e);
            throw new StateRefused(List.of(failed), false, e);
        }
    }

    /** The reasons, with texts for authors. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether the store is only unavailable at present, and the state has no fault. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether the service itself failed, which may not happen again. */
    public boolean isFailure() {
        return getCause() != null;
    }
}
