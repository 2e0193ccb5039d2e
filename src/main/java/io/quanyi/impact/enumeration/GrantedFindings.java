package io.quanyi.impact.enumeration;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Undetermined;
import io.quanyi.impact.enumeration.IndependentGroup.CombinationClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The classes that are answered alike beside a grant of the contract. It outweighs denials for the scope, referrals to the contract and grants
 * of rules, so that classes which differ in these alone, or in the plan alone, are answered alike. Where a limit takes the grant back, such
 * as a quota that is used up, an answer also names the facts for which denials and referrals wait; these count there.
 */
final class GrantedFindings {

    private final List<int[]> first = new ArrayList<>();
    private final List<boolean[]> same = new ArrayList<>();
    private final boolean isLimited;

    private GrantedFindings(List<IndependentGroup> groups, boolean isLimited) {
        this.isLimited = isLimited;
        groups.forEach(this::add);
    }

    /** The classes that are answered alike where the grant stands. */
    static GrantedFindings standing(List<IndependentGroup> groups) {
        return new GrantedFindings(groups, false);
    }

    /** The classes that are answered alike also where a limit takes the grant back. */
    static GrantedFindings limited(List<IndependentGroup> groups) {
        return new GrantedFindings(groups, true);
    }

    private void add(IndependentGroup group) {
        Map<String, Integer> known = new HashMap<>();
        int size = group.classes().size();
        int[] numbers = new int[size];
        boolean[] alike = new boolean[size];
        for (int number = 0; number < size; number++) {
            int index = number;
            CombinationClass one = group.classes().get(number);
            String before = effects(one.before());
            String after = effects(one.after());
            String key = one.isRefused()
                    ? "refused " + number
                    : before + "\n\n" + after + "\n\n"
                            + group.reading(one, dimension -> !dimension.id().equals("plan"));
            numbers[number] = known.computeIfAbsent(key, unknown -> index);
            alike[number] = !one.isRefused() && before.equals(after);
        }
        first.add(numbers);
        same.add(alike);
    }

    /** The first combination that is answered like a combination, both with the grant. */
    int[] first(int[] digits) {
        int[] alike = digits.clone();
        for (int i = 0; i < alike.length; i++) {
            alike[i] = first.get(i)[digits[i]];
        }
        return alike;
    }

    /** Whether both releases answer a combination with the grant alike, as far as findings tell. */
    boolean isSame(int[] digits) {
        for (int i = 0; i < digits.length; i++) {
            if (!same.get(i)[digits[i]]) {
                return false;
            }
        }
        return true;
    }

    private String effects(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !isOutweighed(finding))
                .map(finding -> finding.outcome() + " " + finding.distance() + " " + finding.absent())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private boolean isOutweighed(Finding finding) {
        Outcome outcome = finding.outcome();
        boolean isRefusal = outcome instanceof Undetermined
                || (outcome instanceof Denied denied
                        && ReasonCode.ofDenial(denied.code()).kind() == Kind.SCOPE);
        return outcome instanceof Granted || (isRefusal && !(isLimited && finding.absent() != null));
    }
}
