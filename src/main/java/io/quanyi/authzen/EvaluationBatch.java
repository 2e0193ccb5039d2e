package io.quanyi.authzen;

import io.quanyi.log.FailureText;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions that are asked together. A question takes the parts that it leaves out from the members beside the list: a whole entity or, for
 * an entity without its type or id, that member. Properties are never merged.
 */
public final class EvaluationBatch {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationBatch.class);

    private static final String EVALUATIONS = "evaluations";
    private static final String OPTIONS = "options";

    /** The members without which an entity is none, by its name. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            EntityNames.SUBJECT, List.of("type", "id"),
            EntityNames.ACTION, List.of("name"),
            EntityNames.RESOURCE, List.of("type", "id"));

    private final Map<String, Tree> defaults;
    private final List<Tree> questions;
    private final EvaluationSemantics semantics;

    private EvaluationBatch(Map<String, Tree> defaults, List<Tree> questions, EvaluationSemantics semantics) {
        this.defaults = defaults;
        this.questions = questions;
        this.semantics = semantics;
    }

    /**
     * Reads a batch.
     *
     * @param most how many questions there may be
     * @return empty if there is no list of questions or nothing in it: then the document is a question itself
     * @throws FaultsFound if the document as a whole is not of the form of a batch
     */
    public static Optional<EvaluationBatch> read(Tree body, int most) {
        Map<String, Tree> members = EvaluationForm.membersOf(body);
        EvaluationSemantics semantics = EvaluationSemantics.of(members.get(OPTIONS));
        Tree list = members.get(EVALUATIONS);
        if (list == null || list.isNull()) {
            return Optional.empty();
        }
        if (!(list instanceof Arr array)) {
            throw new FaultsFound(List.of(Fault.at("/" + EVALUATIONS, "not-a-list")));
        }
        int size = array.items().size();
        if (size > most) {
            throw new FaultsFound(List.of(Fault.at("/" + EVALUATIONS, "too-many", size, most)));
        }
        refuseOtherThanObjects(members);
        return size == 0 ? Optional.empty() : Optional.of(new EvaluationBatch(members, array.items(), semantics));
    }

    /** The question that a document without a list of questions is. */
    public static Tree alone(Tree body) {
        if (!(body instanceof Obj object)) {
            return body;
        }
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.keySet().removeAll(Set.of(EVALUATIONS, OPTIONS));
        return new Obj(members);
    }

    private static void refuseOtherThanObjects(Map<String, Tree> members) {
        Faults faults = new Faults();
        for (String name :
                List.of(EntityNames.SUBJECT, EntityNames.ACTION, EntityNames.RESOURCE, EntityNames.CONTEXT)) {
            Tree value = members.get(name);
            if (value != null && !(value instanceof Obj) && !value.isNull()) {
                faults.add(Fault.at("/" + name, "not-an-object"));
            }
        }
        faults.throwIfAny();
    }

    /**
     * Decides the questions in their order, as far as the semantics of the batch go. The failure of one is its own answer.
     *
     * @param fixed decides by one state of the releases
     * @param programme the programme of the decision point that is asked; null if that is the one of all programmes
     */
    public List<Evaluation> decide(
            EvaluationDecider fixed, @Nullable String programme, Instant now, Language language) {
        List<Evaluation> answers = new ArrayList<>();
        for (Tree question : questions) {
            Evaluation answer = decide(question, fixed, programme, now, language);
            answers.add(answer);
            if (semantics.endsWith(answer.decision())) {
                break;
            }
        }
        return answers;
    }

    private Evaluation decide(
            Tree question, EvaluationDecider fixed, @Nullable String programme, Instant now, Language language) {
        try {
            AskedEntities asked = AskedEntities.read(question instanceof Obj own ? whole(own) : question);
            return fixed.decide(asked, programme, now, language).evaluation();
        } catch (FaultsFound e) {
            return Evaluation.refused(EvaluationError.malformed(e.faults(), language), Set.of());
        } catch (StackOverflowError e) {
            return Evaluation.refused(EvaluationError.of(422, "request-too-involved", language), Set.of());
        } catch (RuntimeException e) {
            LOG.error("one evaluation of many failed: {}", FailureText.of(e));
            return Evaluation.refused(EvaluationError.of(500, "internal-error", language), Set.of());
        }
    }

    private Obj whole(Obj question) {
        Map<String, Tree> members = new LinkedHashMap<>(question.members());
        REQUIRED.forEach((name, required) -> {
            Tree otherwise = defaults.get(name);
            if (otherwise != null) {
                members.merge(name, otherwise, (own, ofAll) -> completed(own, ofAll, required));
            }
        });
        Tree context = defaults.get(EntityNames.CONTEXT);
        if (context != null) {
            members.putIfAbsent(EntityNames.CONTEXT, context);
        }
        return new Obj(members);
    }

    private static Tree completed(Tree own, Tree ofAll, List<String> required) {
        if (own.isNull()) {
            return ofAll;
        }
        if (!(own instanceof Obj entity)) {
            return own;
        }
        Map<String, Tree> members = new LinkedHashMap<>(entity.members());
        Map<String, Tree> otherwise = EvaluationForm.membersOf(ofAll);
        required.forEach(name -> {
            Tree value = otherwise.get(name);
            if (value != null) {
                members.putIfAbsent(name, value);
            }
        });
        return new Obj(members);
    }
}
