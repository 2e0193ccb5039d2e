package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTermCheck;
import io.quanyi.facts.Domain;
import io.quanyi.source.RecordForm.Content;
import io.quanyi.source.RecordForm.Member;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of a request about one service of a programme. It accepts the requests that the service takes: each member in its
 * form, with
 * the ids that the programme has or knows from its siblings. Whether members contradict each other it does not say.
 */
public final class RequestSchema {

    /** An instant with an offset, in the years that a policy speaks of. */
    private static final String INSTANT =
            "^(199\\d|20\\d\\d|21\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d"
                    + "(:[0-5]\\d(\\.\\d{1,9})?)?([Zz]|[+-](0\\d|1[0-8]):[0-5]\\d)$";

    private static final String DATE = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";

    private static final String SUBSCRIPTION = "subscription";
    private static final String LIST = "subscriptions";
    private static final String TERMS = "subscription.contract.terms[]";

    /** The members that say how a case goes on; its clocks start at the instant of the question. */
    private static final List<String> OF_RUNNING_CASE = List.of("pauses", "asOf", "respondedAt", "resolvedAt");

    private final ProgrammeRelease release;
    private final Catalogue catalogue;
    private final String service;
    private final Language language;
    private final Set<String> looked;
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    private RequestSchema(ProgrammeRelease release, String service, Language language) {
        this.release = release;
        this.catalogue = release.catalogue();
        this.service = service;
        this.language = language;
        this.looked =
                MemberUses.of(release, service).stream().map(MemberUse::pointer).collect(Collectors.toSet());
    }

    /**
     * The schema as JSON.
     *
     * @param language the language of titles and descriptions
     * @throws NullPointerException if the release does not have the service
     */
    public static Map<String, Object> of(ProgrammeRelease release, String service, Language language) {
        return new RequestSchema(release, service, language).schema();
    }

    private Map<String, Object> schema() {
        Map<String, Object> root = SchemaNode.object(false);
        objects.put("", root);
        RequestMembers.ALL.forEach(this::add);
        allOf(TERMS)
                .addAll(Objects.requireNonNull(Domain.EFFECT.fixed()).stream()
                        .map(RequestSchema::ofEffect)
                        .toList());
        allOf("question").add(runningCase());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "title",
                Objects.requireNonNull(catalogue.services().get(service))
                        .names()
                        .in(language));
        schema.putAll(root);
        severalSubscriptions(schema);
        return schema;
    }

    /** One subscription, or a list of them. */
    private void severalSubscriptions(Map<String, Object> schema) {
        Map<String, Object> one = Objects.requireNonNull(objects.get(SUBSCRIPTION));
        one.put("type", "object");
        Map<String, Object> reference = Map.of("$ref", "#/$defs/" + SUBSCRIPTION);
        SchemaNode.properties(schema).put(SUBSCRIPTION, Map.of("anyOf", List.of(reference, Map.of("type", "null"))));
        SchemaNode.properties(schema)
                .put(LIST, Map.of("type", List.of("array", "null"), "items", reference, "minItems", 1, "maxItems", 10));
        schema.put("oneOf", List.of(SchemaNode.present(SUBSCRIPTION), SchemaNode.present(LIST)));
        schema.put("$defs", Map.of(SUBSCRIPTION, one));
    }

    private void add(Member member) {
        String path = member.path();
        int point = path.lastIndexOf('.');
        String name = path.substring(point + 1);
        Map<String, Object> parent = Objects.requireNonNull(objects.get(path.substring(0, Math.max(point, 0))), path);
        if (member.count() == Member.Count.BY_NAME) {
            SchemaNode.properties(parent).put(name, measures(member));
            return;
        }
        boolean list = member.count() == Member.Count.LIST;
        Map<String, Object> value = value(member, !list && !member.required());
        Map<String, Object> schema = list ? SchemaNode.list(member, value) : value;
        describe(schema, RequestMembers.pointer(member));
        if (member.content() == Content.OBJECT) {
            objects.put(list ? path + "[]" : path, value);
        }
        SchemaNode.properties(parent).put(name, schema);
        if (member.required()) {
            SchemaNode.required(parent).add(name);
        }
    }

    /** The measures that the catalogue declares of a part of a request. */
    private Map<String, Object> measures(Member member) {
        Map<String, Object> measures = SchemaNode.object(true);
        for (Catalogue.Measure measure : catalogue.measures().values()) {
            if (measure.pointer().startsWith(RequestMembers.pointer(member) + "/")) {
                Map<String, Object> value = measure(member, measure);
                describe(value, measure.pointer());
                SchemaNode.properties(measures).put(measure.id(), value);
            }
        }
        return measures;
    }

    private Map<String, Object> measure(Member member, Catalogue.Measure measure) {
        return switch (measure.kind()) {
            case NUMBER -> SchemaNode.number(member, "number", false);
            case DATE -> SchemaNode.formed("date", DATE, false);
            case BOOLEAN -> SchemaNode.typed("boolean", false);
            case ID -> {
                Map<String, Object> id = SchemaNode.typed("string", false);
                id.put("enum", List.copyOf(catalogue.valuesOf(measure.id())));
                yield id;
            }
        };
    }

    private void describe(Map<String, Object> schema, String pointer) {
        if (looked.contains(pointer)) {
            schema.put("title", MemberName.in(language, catalogue, pointer));
            schema.put("description", ServiceFactWriter.meaning(pointer, language));
        }
    }

    private Map<String, Object> value(Member member, boolean nullable) {
        return switch (member.content()) {
            case OBJECT -> SchemaNode.object(nullable);
            case TEXT -> text(member, nullable);
            case NUMBER -> SchemaNode.number(member, "number", nullable);
            case WHOLE_NUMBER -> SchemaNode.number(member, "integer", nullable);
            case TRUTH -> SchemaNode.typed("boolean", nullable);
            case DATE -> SchemaNode.formed("date", DATE, nullable);
            case INSTANT -> SchemaNode.formed(null, INSTANT, nullable);
            case ZONE -> SchemaNode.typed("string", nullable);
            case NAMES, ANYTHING -> throw new IllegalStateException("no request has such a member: " + member);
        };
    }

    private Map<String, Object> text(Member member, boolean nullable) {
        String pointer = RequestMembers.pointer(member);
        Collection<String> ids =
                pointer.equals("/programme") ? List.of(release.programme().id()) : accepted(pointer);
        Map<String, Object> text = SchemaNode.typed("string", nullable);
        if (ids != null) {
            List<@Nullable String> choice = new ArrayList<>(ids);
            if (nullable) {
                choice.add(null);
            }
            text.put("enum", choice);
            return text;
        }
        SchemaNode.put(text, "maxLength", member.count() == Member.Count.LIST ? null : member.most());
        if (member.pattern() != null) {
            text.put("pattern", "^(?:" + member.pattern().replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f") + ")$");
        }
        return text;
    }

    /** The ids that are accepted: those of the programme and, where they are no mistake, of its siblings; null if any text is. */
    private @Nullable Collection<String> accepted(String pointer) {
        Domain domain = RequestMembers.domain(catalogue, pointer);
        if (domain == null || domain == Domain.PRODUCT) {
            return null;
        }
        Collection<String> own = domain == Domain.ACTIVITY
                ? Objects.requireNonNull(catalogue.ids(domain))
                : RequestMembers.own(catalogue, pointer, service);
        boolean onlyOwn = switch (pointer) {
            case "/question/service", "/subscription/specialServices", "/subscription/deployment" -> true;
            default -> pointer.endsWith("/terms/channel") || pointer.endsWith("/terms/window");
        };
        return onlyOwn
                ? own
                : Stream.concat(
                                own.stream(),
                                catalogue.elsewhere().getOrDefault(domain, Set.of()).stream()
                                        .sorted())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The members that a term with an effect must, and may not, have. */
    private static Map<String, Object> ofEffect(String effect) {
        List<String> needed = AgreedTermCheck.needed(effect);
        List<String> optional = AgreedTermCheck.optional(effect);
        Map<String, Object> members = new LinkedHashMap<>();
        RequestMembers.ALL.stream()
                .map(Member::path)
                .filter(path -> path.startsWith(TERMS + "."))
                .map(path -> path.substring(TERMS.length() + 1))
                .filter(name -> !Set.of("service", "effect").contains(name) && name.indexOf('.') < 0)
                .filter(name -> !needed.contains(name) && !optional.contains(name))
                .forEach(name -> members.put(name, Map.of("type", "null")));
        needed.forEach(name -> members.put(name, Map.of("not", Map.of("type", "null"))));
        Set<String> spans = AgreedTermCheck.spans(effect);
        if (!spans.isEmpty()) {
            List<@Nullable String> choice =
                    new ArrayList<>(spans.stream().sorted().toList());
            if (!needed.contains("per")) {
                choice.add(null);
            }
            members.put("per", Map.of("enum", choice));
        }
        return Map.of(
                "if",
                Map.of("properties", Map.of("effect", Map.of("const", effect)), "required", List.of("effect")),
                "then",
                Map.of("properties", members, "required", needed));
    }

    /** A question about a running case names its instant. */
    private static Map<String, Object> runningCase() {
        return Map.of(
                "if",
                Map.of(
                        "anyOf",
                        OF_RUNNING_CASE.stream().map(SchemaNode::present).toList()),
                "then",
                SchemaNode.present("at"));
    }

    private List<Object> allOf(String path) {
        return SchemaNode.allOf(Objects.requireNonNull(objects.get(path), path));
    }
}
