package io.quanyi.web.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quanyi.source.StatedValue;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Describes records as JSON schemas, once each, under their simple names. A member may be null where its component is
 * {@code @Nullable}; a request, also one that stands in an answer, may have no members but those of its record; a sealed interface is a
 * choice of records.
 */
final class RecordSchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private final DescriptionTexts texts;
    private final ClosedLists lists;
    private final Map<String, Schema<?>> schemas = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();

    RecordSchemas(DescriptionTexts texts, ClosedLists lists) {
        this.texts = texts;
        this.lists = lists;
    }

    /** Adds the record of an answer, all of whose members are always present, and the records in it. */
    void addAnswer(Class<?> type) {
        add(type, true);
    }

    /** Adds the record of a request, and the records in it. */
    void addRequest(Class<?> type) {
        add(type, false);
    }

    Map<String, Schema<?>> schemas() {
        return schemas;
    }

    private void add(Class<?> type, boolean answer) {
        String name = type.getSimpleName();
        Class<?> before = types.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(before + " and " + type + " are both called " + name);
        }
        if (before == null) {
            schemas.put(name, isChoice(type) ? choice(type, answer) : record(type, answer && !isRequest(type)));
        }
    }

    private static boolean isRequest(Class<?> type) {
        return type.getPackageName().endsWith(".request");
    }

    /** One of several records. */
    private Schema<?> choice(Class<?> type, boolean answer) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setDescription(texts.get("schema." + type.getSimpleName()));
        for (Class<?> one : type.getPermittedSubclasses()) {
            schema.addOneOfItem(reference(sent(one), false, answer));
        }
        schema.setDiscriminator(discriminator(type));
        return schema;
    }

    /** How the records of a choice are told from each other; null if by their members only. */
    private @Nullable Discriminator discriminator(Class<?> choice) {
        Discriminator discriminator = new Discriminator().propertyName(ClosedLists.KIND);
        for (Class<?> one : choice.getPermittedSubclasses()) {
            String name = sent(one).getSimpleName();
            String kind = lists.kind(name + "." + ClosedLists.KIND);
            if (kind == null) {
                return null;
            }
            discriminator.mapping(kind, SCHEMAS + name);
        }
        return discriminator;
    }

    /** The record that is sent for another: the only component of a wrapper, or the record itself. */
    private static Class<?> sent(Class<?> type) {
        RecordComponent first = type.getRecordComponents()[0];
        return first.getAccessor().isAnnotationPresent(JsonValue.class) ? first.getType() : type;
    }

    private Schema<?> record(Class<?> type, boolean answer) {
        Schema<Object> schema = typed("object", false);
        schema.setDescription(texts.get("schema." + type.getSimpleName()));
        List<String> required = new ArrayList<>();
        addMembers(type, answer, schema, required);
        schema.setRequired(required.isEmpty() ? null : required);
        // Said of answers, too: generated clients refuse a member of a later version if it is not
        schema.setAdditionalProperties(answer);
        String example = "example." + type.getSimpleName();
        if (texts.has(example)) {
            schema.addExample(OperationExamples.value(texts.get(example)));
        }
        return schema;
    }

    private void addMembers(Class<?> type, boolean answer, Schema<Object> schema, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(component.getType(), answer, schema, required);
                continue;
            }
            String key = type.getSimpleName() + "." + component.getName();
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            // A part of a form is sent or not, and never null
            boolean nullable = optional && component.getType() != Resource.class;
            Schema<?> member = member(component, key, nullable, answer);
            member.setDescription(texts.get("schema." + key));
            schema.addProperty(component.getName(), member);
            boolean omitted = component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if ((answer && !omitted) || !optional) {
                required.add(component.getName());
            }
        }
    }

    private Schema<?> member(RecordComponent component, String key, boolean nullable, boolean answer) {
        Schema<?> schema = value(component.getGenericType(), key, nullable, answer);
        SchemaBounds.of(component).applyTo(schema);
        return schema;
    }

    private Schema<?> value(Type type, String key, boolean nullable, boolean answer) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean list = generic.getRawType() == List.class;
            Schema<Object> schema = typed(list ? "array" : "object", nullable);
            Schema<?> content = value(arguments[arguments.length - 1], key, false, answer);
            if (list) {
                schema.setItems(content);
            } else {
                schema.setAdditionalProperties(content);
            }
            return schema;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == BilingualText.class) {
            return names();
        }
        if (raw == StatedValue.class) {
            return stated();
        }
        return raw.isRecord() || isChoice(raw) ? reference(raw, nullable, answer) : scalar(raw, key, nullable, answer);
    }

    /** A sealed interface of our own; from Java 21 on the platform seals classes, too, that are single values here. */
    private static boolean isChoice(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    private Schema<?> reference(Class<?> type, boolean nullable, boolean answer) {
        add(type, answer);
        Schema<Object> reference = new Schema<>(SpecVersion.V31);
        reference.set$ref(SCHEMAS + type.getSimpleName());
        if (!nullable) {
            return reference;
        }
        Schema<Object> either = new Schema<>(SpecVersion.V31);
        either.setAnyOf(List.of(reference, typed("null", false)));
        return either;
    }

    /** A text in both languages, or in one where a programme has only that one. */
    private static Schema<?> names() {
        Schema<Object> schema = typed("object", false);
        List<String> tags = Arrays.stream(Language.values()).map(Language::tag).toList();
        tags.forEach(tag -> schema.addProperty(tag, typed("string", false)));
        schema.setMinProperties(1);
        schema.setAdditionalProperties(false);
        return schema;
    }

    /** A number, a text, or true or false; the bounds of the member are those of numbers. */
    private static Schema<?> stated() {
        Schema<Object> schema = typed("number", false);
        schema.setTypes(new LinkedHashSet<>(List.of("number", "string", "boolean")));
        return schema;
    }

    private Schema<?> scalar(Class<?> type, String key, boolean nullable, boolean answer) {
        if (type == Object.class) {
            return new Schema<>(SpecVersion.V31);
        }
        ScalarType scalar = ScalarType.of(type);
        Schema<Object> schema = typed(scalar.type(), nullable);
        schema.setFormat(scalar.format());
        String kind = lists.kind(key);
        List<String> codes = type.isEnum() ? ClosedLists.constants(type) : lists.of(key);
        if (kind != null) {
            schema.setEnum(List.of(kind));
        } else if (lists.isDeclarable(key)) {
            schema.addExtension("x-extensible-enum", codes);
            schema.addExtension("x-declarable", true);
        } else if (!codes.isEmpty() && answer) {
            schema.addExtension("x-extensible-enum", codes);
        } else if (!codes.isEmpty()) {
            schema.setEnum(closed(codes, nullable));
        }
        return schema;
    }

    private static List<@Nullable Object> closed(List<String> codes, boolean nullable) {
        List<@Nullable Object> values = new ArrayList<>(codes);
        if (nullable) {
            values.add(null);
        }
        return values;
    }

    private static Schema<Object> typed(String type, boolean nullable) {
        Set<String> types = new LinkedHashSet<>();
        types.add(type);
        if (nullable) {
            types.add("null");
        }
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(types);
        return schema;
    }
}
