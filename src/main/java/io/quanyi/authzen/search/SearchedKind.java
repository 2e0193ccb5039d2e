package io.quanyi.authzen.search;

import io.quanyi.authzen.AskedEntities;
import io.quanyi.authzen.Vocabulary;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.EnumCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kind of entity that a search can find: subjects, resources or actions. */
public enum SearchedKind {
    SUBJECT("id"),
    ACTION("name"),
    RESOURCE("id");

    /** Stands in a request for the id of the entity that is searched for. */
    private static final Tree ANY = new Scalar(Position.NOWHERE, Kind.TEXT, "any");

    private final String key;

    SearchedKind(String key) {
        this.key = key;
    }

    /** The name of the entity in a request. */
    String word() {
        return EnumCode.of(this);
    }

    /** A search request as a question about any entity of this kind: its own id, or its own action, is ignored. */
    AskedEntities question(Map<String, Tree> request) {
        Map<String, Tree> members = new LinkedHashMap<>(request);
        Tree sent = members.get(word());
        if (this == ACTION) {
            members.put(word(), new Obj(Map.of(key, ANY)));
        } else if (sent instanceof Obj entity) {
            Map<String, Tree> own = new LinkedHashMap<>(entity.members());
            own.put(key, ANY);
            members.put(word(), new Obj(own));
        }
        AskedEntities asked = AskedEntities.read(new Obj(members));
        if (this == ACTION
                ? sent != null
                : sent instanceof Obj entity && entity.members().containsKey(key)) {
            asked.ignored().add("/" + word() + (this == ACTION ? "" : "/" + key));
        }
        return asked;
    }

    /** The ids of all entities of the kind and type that are searched for. */
    List<String> candidates(AskedEntities asked, Vocabulary vocabulary, ProgrammeRelease release) {
        return switch (this) {
            case SUBJECT -> vocabulary.subjects(asked.subject().type(), release);
            case ACTION -> vocabulary.actions();
            case RESOURCE -> vocabulary.resources(asked.resource().type(), release);
        };
    }

    /** The question about one entity. */
    AskedEntities about(String id, AskedEntities asked) {
        return switch (this) {
            case SUBJECT -> asked.withSubject(asked.subject().withId(id));
            case ACTION -> asked.withAction(asked.action().withId(id));
            case RESOURCE -> asked.withResource(asked.resource().withId(id));
        };
    }

    /** An entity that was found. */
    SearchAnswer.Found found(String id, AskedEntities asked) {
        return switch (this) {
            case SUBJECT -> new SearchAnswer.FoundEntity(asked.subject().type(), id);
            case ACTION -> new SearchAnswer.FoundAction(id);
            case RESOURCE -> new SearchAnswer.FoundEntity(asked.resource().type(), id);
        };
    }
}
