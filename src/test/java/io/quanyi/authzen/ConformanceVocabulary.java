package io.quanyi.authzen;

import io.quanyi.authzen.Meaning.Member;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vocabulary of the conformance scenario: users read, write and delete records. A user has a plan, a record is a service, its status is a
 * topic, and the action is a part of the service; who is allowed what, the rules say.
 */
final class ConformanceVocabulary implements Vocabulary {

    private static final Map<String, String> PLANS = Map.of("alice", "member", "bob", "admin");
    private static final Map<String, String> STATUSES = Map.of("record-1", "active", "record-2", "archived");

    @Override
    public Optional<Meaning> subject(Entity subject) {
        if (!subject.type().equals("user") || !PLANS.containsKey(subject.id())) {
            return Optional.empty();
        }
        boolean admin = text(subject, "role").equals("admin");
        return Optional.of(new Meaning(
                admin ? List.of(new Member("plan", "admin", "properties/role")) : List.of(),
                Map.of("plan", value(PLANS.getOrDefault(subject.id(), ""))),
                Set.of("role")));
    }

    @Override
    public Optional<Meaning> resource(Entity resource) {
        if (!resource.type().equals("record") || !STATUSES.containsKey(resource.id())) {
            return Optional.empty();
        }
        String status = text(resource, "status");
        Member service = new Member("service", resource.id(), "id");
        return Optional.of(new Meaning(
                status.isEmpty()
                        ? List.of(service)
                        : List.of(service, new Member("topic", status, "properties/status")),
                Map.of("topic", value(STATUSES.getOrDefault(resource.id(), ""))),
                Set.of("status")));
    }

    @Override
    public Optional<Meaning> action(Entity action) {
        boolean soft = text(action, "soft").equals("true");
        Optional<String> activity = switch (action.id()) {
            case "read", "write" -> Optional.of(action.id());
            case "delete" -> Optional.of(soft ? "soft-delete" : "hard-delete");
            default -> Optional.empty();
        };
        return activity.map(
                named -> new Meaning(List.of(new Member("activity", named, "name")), Map.of(), Set.of("soft")));
    }

    @Override
    public Result permitting(Entity action) {
        return Result.ENTITLED;
    }

    @Override
    public List<String> subjects(String type, ProgrammeRelease release) {
        return type.equals("user") ? List.of("alice", "bob") : List.of();
    }

    @Override
    public List<String> resources(String type, ProgrammeRelease release) {
        return type.equals("record")
                ? List.copyOf(release.catalogue().services().keySet())
                : List.of();
    }

    @Override
    public List<String> actions() {
        return List.of("read", "write", "delete");
    }

    @Override
    public String revision() {
        return "";
    }

    private static String text(Entity entity, String property) {
        return entity.properties().get(property) instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Tree value(String text) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, text);
    }
}
