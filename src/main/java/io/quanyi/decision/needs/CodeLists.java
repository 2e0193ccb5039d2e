package io.quanyi.decision.needs;

import io.quanyi.decision.release.ReleaseId;
import java.util.List;

/**
 * The lists of codes that requests and answers of a programme use, in one language.
 *
 * @param release the release whose catalogue has them
 * @param lists the lists
 */
public record CodeLists(ReleaseId release, List<CodeList> lists) {

    /**
     * One list.
     *
     * @param id the id of the list
     * @param name its name
     * @param members the members of a request that hold its codes, as JSON pointers; empty if only answers do
     * @param codes the codes
     */
    public record CodeList(String id, String name, List<String> members, List<ListedCode> codes) {}
}
