package io.quanyi.decision.needs;

import io.quanyi.decision.release.ProgrammeRelease;
import java.util.Collection;
import java.util.List;

/**
 * A member of a request without which a rule on the service cannot be decided, so that the request is refused.
 *
 * @param pointer the member, as a JSON pointer
 * @param codes the codes that it may hold; empty if it holds none
 */
public record AskedFact(String pointer, List<String> codes) {

    /** Keeps a copy. */
    public AskedFact {
        codes = List.copyOf(codes);
    }

    /**
     * The facts that the rules on a service ask for. Facts that matter only with terms of a contract are left out.
     *
     * @throws NullPointerException if the programme does not have the service
     */
    public static List<AskedFact> of(ProgrammeRelease release, String service) {
        return MemberUses.of(release, service).stream()
                .filter(use -> use.absence() == Absence.UNKNOWN && use.rule() != null)
                .map(MemberUse::pointer)
                .distinct()
                .sorted()
                .map(pointer -> new AskedFact(pointer, codes(release, pointer, service)))
                .toList();
    }

    private static List<String> codes(ProgrammeRelease release, String pointer, String service) {
        Collection<String> own = RequestMembers.domain(release.catalogue(), pointer) == null
                ? List.of()
                : RequestMembers.own(release.catalogue(), pointer, service);
        return List.copyOf(own);
    }
}
