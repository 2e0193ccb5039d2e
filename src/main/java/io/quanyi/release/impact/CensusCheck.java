package io.quanyi.release.impact;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The check of a census before it is counted. A customer whose record every release refuses can be matched with no sentence, so the sender
 * is told why.
 */
public final class CensusCheck {

    /** The most customers of a census. */
    public static final int MAX_CUSTOMERS = 10_000;

    private static final String POINTER = "/census/";
    private static final String CUSTOMER = "/subscription";

    private final List<ProgrammeRelease> releases;
    private final Instant at;

    /** The check of a census that two releases are to count. The reasons of the later one are given. */
    public CensusCheck(ComparedReleases releases) {
        this.releases = List.of(releases.after(), releases.before());
        this.at = releases.at();
    }

    /** The faults of all records that are refused by every release, each with the place of its customer. */
    public Faults of(List<Subscription> customers) {
        Faults all = new Faults();
        for (int i = 0; i < customers.size(); i++) {
            String place = POINTER + i;
            refusal(customers.get(i)).forEach(fault -> all.add(placed(fault, place)));
        }
        return all;
    }

    private List<Fault> refusal(Subscription customer) {
        List<Fault> first = new ArrayList<>();
        for (ProgrammeRelease release : releases) {
            List<Fault> faults = refusal(customer, release);
            if (faults.isEmpty()) {
                return faults;
            }
            first.addAll(first.isEmpty() ? faults : List.of());
        }
        return first;
    }

    private List<Fault> refusal(Subscription customer, ProgrammeRelease release) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        String service = release.catalogue().services().keySet().iterator().next();
        try {
            CheckedQuestion.of(
                    new DecisionRequest(
                            release.programme().id(), null, null, customer, AskedQuestion.about(service, asked)),
                    release,
                    at);
            return List.of();
        } catch (RequestRefused e) {
            return e.faults();
        }
    }

    private static Fault placed(Fault fault, String place) {
        String member = fault.pointer().startsWith(CUSTOMER) ? fault.pointer().substring(CUSTOMER.length()) : "";
        return new Fault(fault.position(), place + member, fault.code(), fault.arguments(), fault.known());
    }
}
