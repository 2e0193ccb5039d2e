package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Saying less must not get a customer more: what a caller leaves out never turns a no into a yes without more ado. */
@Tag("slow")
class DroppedMembersTests {

    /** Whose absence means "none", by the published contract. */
    private static final Set<String> NONE = Set.of("/subscription/contract", "/subscription/contract/terms");

    @Test
    void leavingAMemberOutTurnsNoRefusalIntoAnUnconditionalGrant() {
        Random random = new Random(3);
        Map<String, Integer> yes = new TreeMap<>();
        for (int i = 0; i < 6_000; i++) {
            Asked asked = AskedAtRandom.next(random);
            Decision decision = asked.tryToDecide(Trial.GALAXY);
            if (decision != null && decision.outcome() == Result.NOT_ENTITLED) {
                asked.pointers().stream()
                        .filter(pointer -> isOptional(pointer))
                        .forEach(pointer -> yes.merge(pointer, grants(asked, pointer) ? 1 : 0, Integer::sum));
            }
        }
        assertThat(yes).containsKeys("/subscription/serviceEnd", "/question/activity", "/question/channel");
        assertThat(yes.get("/subscription/serviceEnd")).isPositive();
        assertThat(yes.get("/subscription/usage")).isZero();
    }

    private static boolean isOptional(String pointer) {
        boolean required = Set.of(
                        "/programme",
                        "/subscription",
                        "/subscription/plan",
                        "/question",
                        "/question/service",
                        "/question/at")
                .contains(pointer);
        boolean inList = pointer.matches(".*/[0-9]+(/(service|date|times|effect|limit|unit|target|amount))*");
        return !required && !inList && !NONE.contains(pointer);
    }

    /** Whether the request without the member is granted; if so, it must say under what condition or within what limit. */
    private static boolean grants(Asked asked, String pointer) {
        Asked less = asked.without(pointer);
        Decision decision;
        try {
            decision = less.tryToDecide(Trial.GALAXY);
        } catch (io.quanyi.source.FaultsFound e) {
            return false;
        }
        if (decision == null || decision.outcome() != Result.ENTITLED) {
            return false;
        }
        assertThat(saysSo(asked, decision, pointer))
                .as("%s without %s: %s", asked, pointer, Core.of(decision))
                .isTrue();
        return true;
    }

    /** By a condition on the member, or by the limit itself, which the yes then states. */
    private static boolean saysSo(Asked asked, Decision decision, String pointer) {
        return isCondition(decision, pointer)
                || switch (pointer) {
                    case "/subscription/serviceStart" -> isCondition(decision, "/subscription/serviceEnd");
                    case "/question/severity" ->
                        decision.conditions().stream()
                                .anyMatch(condition -> condition.code().equals("classification-to-be-confirmed"));
                    case "/question/channel" ->
                        decision.route().channels().stream()
                                .noneMatch(channel -> channel.id().equals(asked.text(pointer)));
                    case "/question/delivery" -> !decision.route().delivery().contains(asked.text(pointer));
                    case "/question/quantity" ->
                        requireNonNull(decision.quota()).remaining().compareTo(number(asked, pointer)) < 0;
                    case "/question/personDays" ->
                        requireNonNull(requireNonNull(decision.quota()).each())
                                        .limit()
                                        .compareTo(number(asked, pointer))
                                < 0;
                    default -> false;
                };
    }

    private static boolean isCondition(Decision decision, String pointer) {
        return decision.conditions().stream().anyMatch(condition -> pointer.equals(condition.pointer()));
    }

    private static BigDecimal number(Asked asked, String pointer) {
        return new BigDecimal(requireNonNull(asked.text(pointer)));
    }
}
