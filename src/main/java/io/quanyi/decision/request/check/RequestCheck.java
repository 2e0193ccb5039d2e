package io.quanyi.decision.request.check;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.KnownIds;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request against a release. Unknown ids are refused. An id that only a sibling programme knows is, depending on the member,
 * answered, refused as a contradiction, or ignored with a warning.
 */
public final class RequestCheck {

    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final Catalogue catalogue;
    private final List<Fault> unknown = new ArrayList<>();
    private final List<Fault> contradictions = new ArrayList<>();
    private final List<Decision.Warning> warnings = new ArrayList<>();

    private RequestCheck(DecisionRequest request, ProgrammeRelease release) {
        this.request = request;
        this.release = release;
        this.catalogue = release.catalogue();
    }

    /**
     * Checks a request.
     *
     * @param at the instant of the question
     * @throws RequestRefused with all faults of the first stage at which the request fails
     */
    public static ResolvedRequest check(DecisionRequest request, ProgrammeRelease release, Instant at) {
        request.refuseMalformed();
        return new RequestCheck(request, release).check(at);
    }

    private ResolvedRequest check(Instant at) {
        Subscription subscription = request.subscription();
        AskedQuestion asked = request.question();
        if (catalogue.plan(subscription.plan()) == null) {
            unknown("/subscription/plan", Domain.PLAN, subscription.plan());
        }
        boolean inProgramme = service("/question/service", asked.service());
        Catalogue.Product product = product(subscription.product());
        deployment(subscription.deployment());
        fixed("/subscription/usageRegion", Domain.REGION, subscription.usageRegion());
        fixed("/subscription/servedBy", Domain.SERVED_BY, subscription.servedBy());
        fixed("/subscription/projectPhase", Domain.PHASE, subscription.projectPhase());
        fixed("/question/delivery", Domain.DELIVERY, asked.delivery());
        fixed("/question/requester/submittedBy", Domain.SUBMITTED_BY, submittedBy(asked));
        String severity = used("/question/severity", Domain.SEVERITY, asked.severity());
        String topic = used("/question/topic", Domain.TOPIC, asked.topic());
        String activity = activity(asked);
        known("/question/channel", Domain.CHANNEL, asked.channel());
        lists(subscription);
        MeasureCheck measures = MeasureCheck.of(request, catalogue);
        refuse(Stage.MALFORMED, measures.malformed());
        unknown.addAll(measures.unknown());
        contradictions.addAll(measures.contradictions());
        warnings.addAll(MembersWithoutEffect.of(request, release.policy().membersAsked()));
        refuse(Stage.UNKNOWN_IDS, unknown);
        contradictions.addAll(Contradictions.in(request, release, at));
        warnings.addAll(Contradictions.doubts(request, day(at)));
        refuse(Stage.CONTRADICTORY, contradictions);
        String own = inProgramme ? ownSeverity(asked.service()) : null;
        return new ResolvedRequest(
                request,
                release,
                at,
                inProgramme,
                product,
                topic,
                severity == null ? own : severity,
                activity,
                asked.runningCase(),
                measures.values(),
                warnings);
    }

    private LocalDate day(Instant at) {
        return at.atZone(release.programme().zone()).toLocalDate();
    }

    private @Nullable String ownSeverity(String service) {
        Catalogue.Service known = catalogue.services().get(service);
        return known == null ? null : known.severity();
    }

    private static @Nullable String submittedBy(AskedQuestion asked) {
        return asked.requester() == null ? null : asked.requester().submittedBy();
    }

    private void lists(Subscription subscription) {
        List<String> bought = subscription.specialServices() == null ? List.of() : subscription.specialServices();
        for (int i = 0; i < bought.size(); i++) {
            special("/subscription/specialServices/" + i, bought.get(i));
        }
        List<Usage> usage = subscription.usage() == null ? List.of() : subscription.usage();
        for (int i = 0; i < usage.size(); i++) {
            String id = usage.get(i).service();
            if (!isService(id)) {
                unknown("/subscription/usage/" + i + "/service", Domain.SERVICE, id);
            }
        }
        List<AgreedTerm> terms = AgreedTerms.of(request);
        for (int i = 0; i < terms.size(); i++) {
            AgreedTerm term = terms.get(i);
            service(AgreedTerms.pointer(i) + "/service", term.service());
            used(AgreedTerms.pointer(i) + "/severity", Domain.SEVERITY, term.severity());
            here(AgreedTerms.pointer(i) + "/window", Domain.WINDOW, term.window());
            here(AgreedTerms.pointer(i) + "/channel", Domain.CHANNEL, term.channel());
            fixed(AgreedTerms.pointer(i) + "/currency", Domain.CURRENCY, term.currency());
        }
        Contract contract = subscription.contract();
        fixed("/subscription/contract/currency", Domain.CURRENCY, contract == null ? null : contract.currency());
    }

    /** Whether the service belongs to the programme; adds a fault if no programme has it. */
    private boolean service(String pointer, String id) {
        if (!isService(id)) {
            unknown(pointer, Domain.SERVICE, id);
        }
        return catalogue.services().containsKey(id);
    }

    private boolean isService(String id) {
        return catalogue.services().containsKey(id) || catalogue.isElsewhere(Domain.SERVICE, id);
    }

    private void special(String pointer, String id) {
        Catalogue.Service service = catalogue.services().get(id);
        if (service == null && !catalogue.isElsewhere(Domain.SERVICE, id)) {
            unknown(pointer, Domain.SERVICE, id, KnownIds.specialServices(catalogue));
        } else if (service == null || !service.special()) {
            contradictions.add(Fault.at(
                    pointer, "not-a-special-service", id, release.programme().id()));
        }
    }

    private Catalogue.@Nullable Product product(@Nullable String written) {
        Catalogue.Product product = written == null ? null : catalogue.product(written);
        if (written != null && product == null) {
            String pointer = "/subscription/product";
            if (catalogue.siblingProduct(written) != null) {
                contradictions.add(Fault.at(
                        pointer,
                        "product-of-sibling",
                        written,
                        release.programme().id()));
            } else {
                unknown(pointer, Domain.PRODUCT, written);
            }
        }
        return product;
    }

    private void deployment(@Nullable String id) {
        if (id == null || catalogue.deployments().contains(id)) {
            return;
        }
        String pointer = "/subscription/deployment";
        Set<String> kinds = Domain.DEPLOYMENT.fixed();
        if ((kinds != null && kinds.contains(id)) || catalogue.isElsewhere(Domain.DEPLOYMENT, id)) {
            contradictions.add(Fault.at(
                    pointer, "deployment-of-sibling", id, release.programme().id()));
        } else {
            unknown(pointer, Domain.DEPLOYMENT, id);
        }
    }

    private void fixed(String pointer, Domain domain, @Nullable String id) {
        Set<String> fixed = domain.fixed();
        if (id != null && fixed != null && !fixed.contains(id)) {
            unknown(pointer, domain, id);
        }
    }

    /** An id that the programme uses; null, with a warning, if only a sibling programme uses it. */
    private @Nullable String used(String pointer, Domain domain, @Nullable String id) {
        if (!known(pointer, domain, id) || id == null || isHere(domain, id)) {
            return id;
        }
        warnings.add(new Decision.Warning("id-ignored", pointer, id));
        return null;
    }

    private boolean known(String pointer, Domain domain, @Nullable String id) {
        if (id == null || isHere(domain, id) || catalogue.isElsewhere(domain, id)) {
            return true;
        }
        unknown(pointer, domain, id);
        return false;
    }

    private void here(String pointer, Domain domain, @Nullable String id) {
        if (id != null && !isHere(domain, id)) {
            unknown(pointer, domain, id);
        }
    }

    private boolean isHere(Domain domain, String id) {
        Set<String> ids = catalogue.ids(domain);
        return ids != null && ids.contains(id);
    }

    /** An activity of the requested service; null, with a warning, for an activity of another service. */
    private @Nullable String activity(AskedQuestion asked) {
        String activity = asked.activity();
        Catalogue.Service service = catalogue.services().get(asked.service());
        boolean ofService = activity != null
                && service != null
                && service.activities().stream().anyMatch(known -> known.id().equals(activity));
        if (activity == null || ofService) {
            return activity;
        }
        String pointer = "/question/activity";
        if (isHere(Domain.ACTIVITY, activity) || catalogue.isElsewhere(Domain.ACTIVITY, activity)) {
            warnings.add(new Decision.Warning("id-ignored", pointer, activity));
        } else {
            unknown(pointer, Domain.ACTIVITY, activity, KnownIds.activities(catalogue, asked.service()));
        }
        return null;
    }

    private void unknown(String pointer, Domain domain, String id) {
        unknown(pointer, domain, id, KnownIds.of(catalogue, domain));
    }

    private void unknown(String pointer, Domain domain, String id, List<String> known) {
        String code =
                "unknown-" + domain.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        unknown.add(Fault.at(pointer, code, id).knowing(known));
    }

    private static void refuse(Stage stage, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RequestRefused(stage, faults);
        }
    }
}
