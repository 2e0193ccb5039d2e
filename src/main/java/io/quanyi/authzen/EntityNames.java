package io.quanyi.authzen;

import java.util.List;

/** The names of the members of a request that are entities. */
final class EntityNames {

    static final String SUBJECT = "subject";
    static final String ACTION = "action";
    static final String RESOURCE = "resource";
    static final String CONTEXT = "context";

    static final List<String> ALL = List.of(SUBJECT, ACTION, RESOURCE);

    private EntityNames() {}
}
