package io.quanyi.decision.answer;

import static java.util.Map.entry;

import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Language;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Term;
import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form that terms have in answers: the part that each belongs to, and its content as ids and numbers. */
public final class TermForm {

    private static final Map<Class<? extends Term>, String> PLACES = Map.ofEntries(
            entry(Response.class, "/response"),
            entry(FulfilledBy.class, "/response/fulfilledBy"),
            entry(Resolution.class, "/resolution"),
            entry(Hours.class, "/window"),
            entry(Quota.class, "/quota"),
            entry(GroupLimit.class, "/quota"),
            entry(EachLimit.class, "/quota/each"),
            entry(LeadTime.class, "/leadTime"),
            entry(Charge.class, "/charges"),
            entry(ChargeShare.class, "/charges"),
            entry(Condition.class, "/conditions"),
            entry(Channel.class, "/route/channels"),
            entry(Seat.class, "/route/seat"),
            entry(Priority.class, "/route/priority"),
            entry(DeliveredBy.class, "/route/deliverers"),
            entry(Delivery.class, "/route/delivery"),
            entry(Language.class, "/route/language"));

    private static final Map<Class<? extends Term>, Function<Term, List<Object>>> CONTENTS = Map.ofEntries(
            content(Response.class, term -> target(term.target(), term.window())),
            content(Resolution.class, term -> target(term.target(), term.window())),
            content(FulfilledBy.class, term -> List.of(term.id())),
            content(Hours.class, term -> List.of(term.window())),
            content(Quota.class, term -> List.of(term.limit(), term.unit(), term.per(), "", "")),
            content(GroupLimit.class, term -> List.of(term.users(), "user", "concurrent", "", "")),
            content(EachLimit.class, term -> List.of(term.limit(), term.unit())),
            content(LeadTime.class, term -> List.of(term.days())),
            content(
                    Charge.class,
                    term -> List.of(
                            term.from(), orEmpty(term.to()), term.currency(), term.per(), about(term.approximate()))),
            content(
                    ChargeShare.class,
                    term -> List.of(term.from(), term.to(), term.of(), term.per(), about(term.approximate()))),
            content(Condition.class, term -> List.of(term.code())),
            content(Channel.class, term -> List.of(term.id())),
            content(Seat.class, term -> List.of(term.id())),
            content(Priority.class, term -> List.of(term.id())),
            content(DeliveredBy.class, term -> List.of(term.id())),
            content(Delivery.class, term -> List.of(term.mode())),
            content(Language.class, term -> List.of(term.id())));

    private TermForm() {}

    /** The part of an answer that a term belongs to, as a JSON pointer. */
    public static String place(Term term) {
        return Objects.requireNonNull(PLACES.get(term.getClass()), "every term has a place");
    }

    /** The content of a term as ids and numbers, in the order of its part of an answer; an empty text where one is absent. */
    public static List<String> content(Term term) {
        return Objects.requireNonNull(CONTENTS.get(term.getClass()), "every term has a content").apply(term).stream()
                .map(TermForm::text)
                .toList();
    }

    private static String text(Object part) {
        return part instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : part.toString();
    }

    private static <T extends Term> Map.Entry<Class<? extends Term>, Function<Term, List<Object>>> content(
            Class<T> type, Function<T, List<Object>> content) {
        return Map.entry(type, term -> content.apply(type.cast(term)));
    }

    private static List<Object> target(Target target, @Nullable String window) {
        return List.of(target.amount(), target.unit(), orEmpty(window), "");
    }

    private static String about(boolean approximate) {
        return approximate ? "about" : "";
    }

    private static Object orEmpty(@Nullable Object part) {
        return part == null ? "" : part;
    }
}
