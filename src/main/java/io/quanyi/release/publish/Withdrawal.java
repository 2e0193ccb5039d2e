package io.quanyi.release.publish;

import io.quanyi.release.publish.Submission.Call;
import io.quanyi.text.BilingualText;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An order to withdraw a release that is still to come, for good or until another instant.
 *
 * @param programme the id of the programme
 * @param release the number of the release
 * @param until the instant to which it is postponed; null to withdraw it for good
 * @param note the reason, in each language of the programme
 * @param call the caller and the options of the call
 */
public record Withdrawal(
        String programme, int release, @Nullable OffsetDateTime until, BilingualText note, Call call) {}
