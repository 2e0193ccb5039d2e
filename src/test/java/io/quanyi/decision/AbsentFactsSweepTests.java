package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether every absent fact that matters is asked for. The judge is brute force: a fact matters if two ways to fill in all that is
 * absent differ in it alone and in the core of the decision.
 */
class AbsentFactsSweepTests {

    /** The members that may be absent, each with all its values. */
    private static final Map<String, List<String>> FACTS = new LinkedHashMap<>(Map.of(
            "/question/severity", List.of("P1", "P2"),
            "/subscription/product", List.of("alpha", "beta", "lone"),
            "/subscription/deployment", List.of("public-cloud", "on-premise"),
            "/subscription/contract/amount", List.of("4999", "5000"),
            "/subscription/projectPhase", List.of("implementation", "operation")));

    private static final List<String> CONDITIONS = List.of(
            "Question(service == 'support', severity == 'P1')",
            "Question(service == 'support', severity != 'P1')",
            "Product(family == 'greek')",
            "Product(id not in ('alpha', 'lone'))",
            "Deployment(value == 'on-premise')",
            "Amount(value < 5000)",
            "Amount(value >= 5000)",
            "Phase(value != 'operation')");

    private static final List<String> OUTCOMES = List.of(
            "new Granted()",
            "new Granted()",
            "new Granted()",
            "new Denied('out-of-scope')",
            "new Denied('requester-not-certified')",
            "new Payable('available-at-fee')",
            "new Undetermined('refer-to-contract')",
            "new Response(hours(4))",
            "new Seat('dedicated')",
            "new Quota(2, 'time', 'contract')",
            "new EachLimit(2, 'person-day')",
            "new Channel('im')",
            "new Condition('secondary-development-only')");

    private static final Asked SUPPORT = Asked.about("support", "preferred");

    @Tag("slow")
    @Test
    void whateverDependsOnAnAbsentFactIsNotAnsweredWithoutAsking() {
        Random random = new Random(2);
        Tally tally = new Tally();
        for (int i = 0; i < 250; i++) {
            ProgrammeRelease release = Trial.of(policy(random));
            for (int j = 0; j < 6; j++) {
                tally.judge(release, partly(random));
            }
        }
        assertThat(tally.dependent).isGreaterThan(200);
        assertThat(tally.independent).isGreaterThan(200);
        assertThat(tally.unneeded)
                .as("questions that ask for more than they need")
                .isLessThan(tally.dependent / 5);
    }

    /** A comparison of the members that were asked for with those on which the decision depends. */
    private static final class Tally {

        private int dependent;
        private int independent;
        private int unneeded;

        void judge(ProgrammeRelease release, Asked asked) {
            Set<String> asksFor;
            String answer = "";
            try {
                answer = Core.of(asked.decide(release));
                asksFor = Set.of();
            } catch (ConflictingTerms e) {
                return;
            } catch (RequestRefused e) {
                asksFor = new TreeSet<>(e.faults().stream().map(Fault::pointer).toList());
            }
            List<String> absent = FACTS.keySet().stream()
                    .filter(pointer -> !asked.has(pointer))
                    .sorted()
                    .toList();
            Map<List<String>, String> cores = new LinkedHashMap<>();
            try {
                fill(release, asked, absent, List.of(), cores);
            } catch (ConflictingTerms e) {
                return;
            }
            Set<String> matter = matter(absent, cores);
            assertThat(asksFor).as("%s by %s", asked, texts(release)).containsAll(matter);
            if (matter.isEmpty()) {
                independent++;
            } else {
                dependent++;
            }
            if (asksFor.isEmpty()) {
                assertThat(new HashSet<>(cores.values())).as("%s", asked).containsExactly(answer);
            }
            unneeded += asksFor.equals(matter) ? 0 : 1;
        }

        private static void fill(
                ProgrammeRelease release,
                Asked asked,
                List<String> absent,
                List<String> values,
                Map<List<String>, String> cores) {
            if (values.size() == absent.size()) {
                cores.put(values, Core.of(asked.decide(release)));
                return;
            }
            String pointer = absent.get(values.size());
            for (String value : FACTS.getOrDefault(pointer, List.of())) {
                List<String> more = new ArrayList<>(values);
                more.add(value);
                fill(release, asked.with(pointer, value), absent, more, cores);
            }
        }

        private static Set<String> matter(List<String> absent, Map<List<String>, String> cores) {
            Set<String> matter = new TreeSet<>();
            for (int i = 0; i < absent.size(); i++) {
                Map<List<String>, String> byOthers = new LinkedHashMap<>();
                for (Map.Entry<List<String>, String> filled : cores.entrySet()) {
                    List<String> others = new ArrayList<>(filled.getKey());
                    others.remove(i);
                    String core = byOthers.putIfAbsent(others, filled.getValue());
                    if (core != null && !core.equals(filled.getValue())) {
                        matter.add(absent.get(i));
                    }
                }
            }
            return matter;
        }

        private static String texts(ProgrammeRelease release) {
            return String.join(
                    "\n",
                    release.policy().rules().stream()
                            .map(rule -> release.policy().text(rule.id()))
                            .toList());
        }
    }

    private static String[] policy(Random random) {
        String[] rules = new String[3 + random.nextInt(4)];
        for (int i = 0; i < rules.length; i++) {
            Set<String> conditions = new TreeSet<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                conditions.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
            }
            conditions.removeIf(condition -> condition.startsWith("Question(") && clashes(conditions, condition));
            if (conditions.stream().noneMatch(condition -> condition.startsWith("Question("))) {
                conditions.add("Question(service == 'support')");
            }
            if (random.nextInt(3) == 0) {
                conditions.add("Plan(id == '%s')".formatted(random.nextBoolean() ? "basic" : "preferred"));
            }
            rules[i] = Trial.rule(
                    "T-0" + i, String.join("\n    ", conditions), OUTCOMES.get(random.nextInt(OUTCOMES.size())));
        }
        return rules;
    }

    private static boolean clashes(Set<String> conditions, String condition) {
        return conditions.stream().anyMatch(other -> other.startsWith("Question(") && other.compareTo(condition) < 0);
    }

    private static Asked partly(Random random) {
        Asked asked = random.nextInt(4) == 0 ? SUPPORT.with("/question/personDays", "3") : SUPPORT;
        for (String pointer : new TreeSet<>(FACTS.keySet())) {
            List<String> values = FACTS.getOrDefault(pointer, List.of());
            if (random.nextInt(5) < 2) {
                asked = asked.with(pointer, values.get(random.nextInt(values.size())));
            }
        }
        return asked;
    }
}
