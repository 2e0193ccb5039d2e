package io.quanyi.authzen;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a question, with its context.
 *
 * @param subject the entity that asks to be permitted
 * @param action the action that is asked for
 * @param resource the entity on which the action would be done
 * @param context the circumstances, by name
 * @param ignored the pointers of members that are not read
 */
public record AskedEntities(
        Entity subject, Entity action, Entity resource, Map<String, Tree> context, Set<String> ignored) {

    static final String PROGRAMME = "programme";

    /**
     * Reads a question.
     *
     * @throws FaultsFound if members are missing or of another type
     */
    public static AskedEntities read(Tree body) {
        Set<String> ignored = new LinkedHashSet<>();
        EvaluationForm form = EvaluationForm.read(body, ignored::add);
        return new AskedEntities(
                form.subject().entity(),
                form.action().entity(),
                form.resource().entity(),
                EvaluationForm.membersOf(form.context()),
                ignored);
    }

    /** The same question about another subject. */
    public AskedEntities withSubject(Entity other) {
        return new AskedEntities(other, action, resource, context, ignored);
    }

    /** The same question about another action. */
    public AskedEntities withAction(Entity other) {
        return new AskedEntities(subject, other, resource, context, ignored);
    }

    /** The same question about another resource. */
    public AskedEntities withResource(Entity other) {
        return new AskedEntities(subject, action, other, context, ignored);
    }

    /**
     * The id of the programme that the question is about.
     *
     * @param ofPath the programme of the decision point that is asked; null if that is the one of all programmes
     * @throws FaultsFound if neither that nor the question names one
     */
    String programme(@Nullable String ofPath) {
        return ofPath != null
                ? ofPath
                : Stream.of(context, resource.properties())
                        .map(members -> members.get(PROGRAMME))
                        .filter(Scalar.class::isInstance)
                        .map(value -> ((Scalar) value).text())
                        .findFirst()
                        .orElseThrow(() ->
                                new FaultsFound(List.of(Fault.at("/context/programme", "member-missing", PROGRAMME))));
    }
}
