package io.quanyi.store.git;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;

/** What came of a push, as far as it was told. */
sealed interface GitPushOutcome {

    /** The branch has the commit. */
    record Stored() implements GitPushOutcome {}

    /** The branch is at another commit, and nothing was sent. */
    record Moved(ObjectId tip) implements GitPushOutcome {}

    /** The remote said no, for a reason in its own words. */
    record Refused(String why) implements GitPushOutcome {}

    /** It was sent, and no answer came. */
    record Unknown(IOException cause) implements GitPushOutcome {}
}
