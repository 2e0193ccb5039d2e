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
 * A state of the rules that does not answer. It is the one boundary around reading, loading, checking and waking a state: whatever
 * goes wrong behind it, foreseen or not, becomes a refusal in words, and no state of the rules can end the thread that looks at it.
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

    /** A state with faults. */
    public StateRefused(List<Fault> faults) {
        this(faults, false, null);
    }

    /**
     * Does something with a state.
     *
     * @param failed says what was done to what, should the service itself fail at it
     * @throws StateRefused whatever else the work throws; passed on are only the end of work that nobody waits
     *     for, and an error of the virtual machine that leaves it unable to go on
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

    /** Why, in words for authors. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether the store can only not be reached at present, and nothing is wrong with the state. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether the service failed, in a way that need not happen again. */
    public boolean isFailure() {
        return getCause() != null;
    }
}
