package io.quanyi.authzen;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.List;
import java.util.Optional;

/** The types, ids and actions in which questions about a programme are put, and the members of a request for which they stand. */
public interface Vocabulary {

    /** The meaning of a subject; empty if there is no such subject. */
    Optional<Meaning> subject(Entity subject);

    /** The meaning of a resource; empty if there is no such resource. */
    Optional<Meaning> resource(Entity resource);

    /** The meaning of an action; empty if there is no such action. */
    Optional<Meaning> action(Entity action);

    /** The outcome with which an action is permitted. */
    Result permitting(Entity action);

    /** The ids of all subjects of a type that a release, or a directory, knows; empty if it knows none. */
    List<String> subjects(String type, ProgrammeRelease release);

    /** The ids of all resources of a type that a release knows; empty if it knows none. */
    List<String> resources(String type, ProgrammeRelease release);

    /** The names of all actions. */
    List<String> actions();

    /** A text that changes with everything outside of the releases on which the subjects and resources depend. */
    String revision();
}
