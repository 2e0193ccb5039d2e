package io.quanyi.decision.release;

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
import java.util.List;

/** The facts of one question that rules may test: each plain fact once, and any number of listed facts. */
public record QuestionFacts(
        Question question,
        Plan plan,
        Product product,
        Deployment deployment,
        Place place,
        Branch branch,
        Period period,
        FirstTerm firstTerm,
        Amount amount,
        Day day,
        Measure measure,
        Requester requester,
        Environment environment,
        Phase phase,
        List<Listed> listed) {

    /** Keeps a copy without equal listed facts. */
    public QuestionFacts {
        listed = listed.isEmpty() ? List.of() : listed.stream().distinct().toList();
    }

    /** All facts, the listed ones last. */
    public List<Fact> all() {
        List<Fact> all = new java.util.ArrayList<>(List.of(
                question,
                plan,
                product,
                deployment,
                place,
                branch,
                period,
                firstTerm,
                amount,
                day,
                measure,
                requester,
                environment,
                phase));
        all.addAll(listed);
        return all;
    }
}
