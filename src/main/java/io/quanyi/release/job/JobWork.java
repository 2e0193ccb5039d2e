package io.quanyi.release.job;

import io.quanyi.impact.ProgressListener;
import io.quanyi.work.Cancellation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The work of a job.
 *
 * @param <R> its result
 */
@FunctionalInterface
public interface JobWork<R> {

    /**
     * Does the work.
     *
     * @param cancellation ends it
     * @throws io.quanyi.work.WorkCancelled if it was ended
     */
    R run(Cancellation cancellation, ProgressListener progress);

    /** The result as far as it is found while the work is under way; null if nothing can be said before its end. */
    default @Nullable R soFar() {
        return null;
    }

    /** This work with its result in another form. */
    default <S> JobWork<S> then(Function<? super R, ? extends S> form) {
        JobWork<R> first = this;
        return new JobWork<>() {

            @Override
            public S run(Cancellation cancellation, ProgressListener progress) {
                return form.apply(first.run(cancellation, progress));
            }

            @Override
            public @Nullable S soFar() {
                R found = first.soFar();
                return found == null ? null : form.apply(found);
            }
        };
    }
}
