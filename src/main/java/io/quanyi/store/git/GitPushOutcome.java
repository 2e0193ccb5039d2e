package io.quanyi.store.git;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;

/** The outcome of a push, as far as it is known. */
public sealed interface GitPushOutcome {

    /** The branch has the commit. */
    record Stored() implements GitPushOutcome {}

    /** The branch is at another commit, and nothing was sent. */
    record Moved(ObjectId tip) implements GitPushOutcome {}

    /** The remote refused it, with its own message. */
    record Refused(String why) implements GitPushOutcome {}

    /** It was sent, and no response came. */
    record Unknown(IOException cause) implements GitPushOutcome {}
}
