package io.quanyi.policy;

import io.quanyi.facts.Domain;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.policy.Rule.SameAs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule but for one thing that its condition asks.
 *
 * @param rule the rule as it is
 * @param pattern the line of its condition that asks for more
 * @param constraint what is left out of the line; null for the line as a whole
 * @param rest the rule that is left
 */
record LeftOut(Rule rule, Pattern pattern, @Nullable Constraint constraint, Rule rest) {

    /** Each thing left out by itself, in the order written. A fact that is there for every question is no line to leave out. */
    static List<LeftOut> of(Rule rule) {
        List<LeftOut> all = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            for (Constraint constraint : pattern.constraints()) {
                if (!isRouting(constraint)) {
                    all.add(new LeftOut(
                            rule, pattern, constraint, replaced(rule, pattern, pattern.with(constraint, null))));
                }
            }
            if (pattern.type().isListed() && !isNeeded(pattern, rule)) {
                all.add(new LeftOut(rule, pattern, null, replaced(rule, pattern, null)));
            }
        }
        return all;
    }

    /** What is left out, as the author writes it. */
    String words() {
        return constraint == null ? Drl.of(pattern) : Drl.of(constraint);
    }

    /** Whether a constraint only says which service a rule is about: the service of every fact is the question's. */
    static boolean isRouting(Constraint constraint) {
        return constraint.field().domain() == Domain.SERVICE;
    }

    /** Whether the rest of a rule speaks of what a line binds, or would not be there. */
    static boolean isNeeded(Pattern pattern, Rule rule) {
        Stream<String> compared = rule.patterns().stream()
                .flatMap(other -> other.constraints().stream())
                .filter(SameAs.class::isInstance)
                .map(same -> ((SameAs) same).variable());
        return rule.patterns().size() == 1
                || Stream.concat(compared, rule.insertion().variables().stream())
                        .anyMatch(pattern::binds);
    }

    /** The rule with another line in the place of one; null to leave it out. */
    static Rule replaced(Rule rule, Pattern pattern, @Nullable Pattern other) {
        List<Pattern> changed = new ArrayList<>(rule.patterns());
        int place = changed.indexOf(pattern);
        if (other == null) {
            changed.remove(place);
        } else {
            changed.set(place, other);
        }
        return rule.with(changed);
    }
}
