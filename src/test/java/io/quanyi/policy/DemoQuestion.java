package io.quanyi.policy;

import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Branch;
import io.quanyi.facts.Day;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Environment;
import io.quanyi.facts.Fact;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Period;
import io.quanyi.facts.Phase;
import io.quanyi.facts.Place;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Product;
import io.quanyi.facts.Question;
import io.quanyi.facts.Requester;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts of one question, of which a test names those that matter; whatever may be absent is absent. */
final class DemoQuestion {

    private DemoQuestion() {}

    static QuestionFacts about(String service, String plan, Fact... facts) {
        return of(concat(
                List.of(new Question(service, null, null, null, null, null, 1, null, null), new Plan(plan)),
                Arrays.asList(facts)));
    }

    /** Of several facts of a type that is there once, the last. */
    static QuestionFacts of(Collection<? extends Fact> facts) {
        Map<Class<?>, Fact> single = new LinkedHashMap<>();
        nothingKnown().forEach(fact -> single.put(fact.getClass(), fact));
        facts.forEach(fact -> single.put(fact.getClass(), fact));
        List<Listed> listed = facts.stream()
                .filter(Listed.class::isInstance)
                .map(Listed.class::cast)
                .toList();
        return new QuestionFacts(
                get(single, Question.class),
                get(single, Plan.class),
                get(single, Product.class),
                get(single, Deployment.class),
                get(single, Place.class),
                get(single, Branch.class),
                get(single, Period.class),
                get(single, FirstTerm.class),
                get(single, Amount.class),
                get(single, Day.class),
                get(single, Measure.class),
                get(single, Requester.class),
                get(single, Environment.class),
                get(single, Phase.class),
                listed);
    }

    private static List<Fact> nothingKnown() {
        return List.of(
                new Product(null, null),
                new Deployment(null),
                new Place(null),
                new Branch(null),
                new Period(null, null, null),
                new FirstTerm(null, null),
                new Amount(null, null),
                new Day(null, null),
                new Measure(Map.of()),
                new Requester(null, null),
                new Environment(null, null),
                new Phase(null));
    }

    private static <T extends Fact> T get(Map<Class<?>, Fact> facts, Class<T> type) {
        T fact = type.cast(facts.get(type));
        if (fact == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName());
        }
        return fact;
    }

    private static List<Fact> concat(List<? extends Fact> a, List<? extends Fact> b) {
        return Stream.concat(a.stream(), b.stream()).map(Fact.class::cast).toList();
    }
}
