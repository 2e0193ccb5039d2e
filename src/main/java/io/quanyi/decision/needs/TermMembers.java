package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Language;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a request with which code compares a term; see {@code LimitCheck}, {@code QuotaCount} and {@code ServiceTimes}. */
final class TermMembers {

    private final Catalogue catalogue;
    private final Map<String, Absence> found = new LinkedHashMap<>();

    private TermMembers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The members, by pointer, with the consequence of their absence.
     *
     * @param type the kind of term
     * @param members the members that the term states
     */
    static Map<String, Absence> of(Class<? extends Outcome> type, Map<String, Object> members, Catalogue catalogue) {
        TermMembers compared = new TermMembers(catalogue);
        compared.addTerm(type, members);
        return compared.found;
    }

    private void addTerm(Class<? extends Outcome> type, Map<String, Object> members) {
        if (type == Quota.class) {
            addQuota(members.get("per"));
            addAmount(members.get("unit"));
        } else if (type == EachLimit.class) {
            addAmount(members.get("unit"));
            add("/question/quantity", Absence.DEFAULT);
        } else if (type == GroupLimit.class) {
            add("/subscription/imGroupMembers", Absence.DEFAULT);
            add("/question/activity", Absence.NOT_ASKED);
            add("/question/quantity", Absence.DEFAULT);
        } else if (type == LeadTime.class) {
            add("/question/requestedStart", Absence.UNKNOWN);
        } else if (type == Channel.class || type == Delivery.class) {
            add(type == Channel.class ? "/question/channel" : "/question/delivery", Absence.NOT_ASKED);
        } else if (type == Language.class) {
            add("/question/language", Absence.DEFAULT);
        } else if (type == Hours.class) {
            addHours(members.get("window"));
        } else if (type == Response.class || type == Resolution.class) {
            addClock(type);
        }
    }

    private void addQuota(@Nullable Object per) {
        add("/subscription/usage", Absence.UNKNOWN);
        if (!"pack".equals(per)) {
            add("/subscription/serviceStart", "contract".equals(per) ? Absence.DEFAULT : Absence.UNKNOWN);
            add("/subscription/serviceEnd", Absence.DEFAULT);
        }
    }

    /** Adds the requested amount in a unit; in both units if none is stated. */
    private void addAmount(@Nullable Object unit) {
        if (!"person-day".equals(unit)) {
            add("/question/quantity", Absence.DEFAULT);
        }
        if (!"time".equals(unit)) {
            add("/question/personDays", Absence.DEFAULT);
        }
    }

    /** Adds the time zone of the customer if hours in it may be stated: those of a window without hours of its own. */
    private void addHours(@Nullable Object window) {
        boolean local = catalogue.windows().entrySet().stream()
                .filter(known -> window == null || window.equals(known.getKey()))
                .anyMatch(known -> known.getValue().window() == null);
        if (local) {
            add("/subscription/customerTimeZone", Absence.DEFAULT);
        }
    }

    private void addClock(Class<? extends Outcome> type) {
        add("/question/pauses", Absence.DEFAULT);
        add("/question/asOf", Absence.DEFAULT);
        if (type == Response.class) {
            add("/question/respondedAt", Absence.DEFAULT);
        }
        add("/question/resolvedAt", Absence.DEFAULT);
    }

    private void add(String pointer, Absence absence) {
        found.put(pointer, absence);
    }
}
