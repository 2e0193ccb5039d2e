package io.quanyi.source;

import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.BilingualText;
import io.quanyi.text.InvalidValue;
import io.quanyi.text.Language;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Binds a tree to records, strictly: unknown and missing members, wrong types and values out of bounds are faults,
 * which are all reported with their places.
 *
 * <p>A component is optional if it is {@code @Nullable}; an explicit null counts as absent, and so does an empty list
 * among the members of {@link OneOf}. A record with a {@link ShortForm} may be a single value.
 * Its bounds are Jakarta constraint annotations. Supported are nested records,
 * lists, maps with text keys, and the values of {@link ScalarReader}.
 */
public final class RecordBinder {

    private final Faults faults;
    private final Set<Language> languages;
    private final @Nullable Consumer<String> ignored;

    /** A binder that adds faults to a collector. Texts for people may be in one language or in both. */
    public RecordBinder(Faults faults) {
        this(faults, Set.of(), null);
    }

    /**
     * A binder that adds faults to a collector.
     *
     * @param languages the languages in which each text for people must be; those that may be left out are not among them
     */
    public RecordBinder(Faults faults, Set<Language> languages) {
        this(faults, languages, null);
    }

    /**
     * A binder that takes unknown members for no faults, where a standard wants them ignored.
     *
     * @param ignored gets the pointer of each
     */
    public RecordBinder(Faults faults, Consumer<String> ignored) {
        this(faults, Set.of(), ignored);
    }

    private RecordBinder(Faults faults, Set<Language> languages, @Nullable Consumer<String> ignored) {
        this.faults = faults;
        this.languages = languages;
        this.ignored = ignored;
    }

    /** The names of the members of a record. */
    public static Set<String> members(Class<? extends Record> type) {
        return Set.copyOf(RecordShape.of(type).names());
    }

    /**
     * Binds a document.
     *
     * @return the record; null if there was any fault
     */
    public <T extends Record> @Nullable T bind(Tree tree, Class<T> type) {
        int before = faults.count();
        Object bound = value(tree, type, Constraints.NONE, "");
        return faults.count() == before ? type.cast(bound) : null;
    }

    /**
     * Binds a document that must have no fault.
     *
     * @throws FaultsFound with its faults and those already in the collector
     */
    public <T extends Record> T require(Tree tree, Class<T> type) {
        T record = bind(tree, type);
        faults.throwIfAny();
        return Objects.requireNonNull(record, "bound, where there is no fault");
    }

    private @Nullable Object value(Tree tree, Type type, Constraints constraints, String pointer) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(tree, generic.getActualTypeArguments()[0], constraints, pointer)
                    : map(tree, generic.getActualTypeArguments()[1], constraints, pointer);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == BilingualText.class) {
            return names(tree, pointer);
        }
        return raw.isRecord() && raw != StatedValue.class
                ? record(tree, raw, pointer)
                : scalar(tree, raw, constraints, pointer);
    }

    private @Nullable Object record(Tree tree, Class<?> type, String pointer) {
        RecordShape shape = RecordShape.of(type);
        if (!(shape.longForm(tree) instanceof Obj object)) {
            return misshaped(tree, pointer, "not-an-object");
        }
        refuseUnknownMembers(object, shape, pointer);
        int before = faults.count();
        @Nullable Object[] arguments = new @Nullable Object[shape.members().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = member(object, shape.members().get(i), pointer);
        }
        requireOne(object, shape.oneOf(), pointer);
        return faults.count() == before ? instantiate(shape, arguments, object, pointer) : null;
    }

    private @Nullable Object member(Obj object, RecordShape.Member member, String pointer) {
        Tree tree = object.members().get(member.name());
        if (tree == null || tree.isNull()) {
            return member.optional()
                    ? null
                    : fault(object.position(), below(pointer, member.name()), "member-missing", member.name());
        }
        return value(tree, member.type(), member.constraints(), below(pointer, member.name()));
    }

    private void requireOne(Obj object, List<String> members, String pointer) {
        if (members.isEmpty()) {
            return;
        }
        List<String> present = members.stream()
                .filter(name -> isPresent(object.members().get(name)))
                .toList();
        if (present.isEmpty()) {
            String first = members.get(0);
            fault(object.position(), below(pointer, first), "member-missing", first);
        }
        present.stream()
                .skip(1)
                .forEach(name -> fault(
                        object.position(), below(pointer, name), "member-in-place-of-other", name, present.get(0)));
    }

    private static boolean isPresent(@Nullable Tree tree) {
        return tree != null
                && !tree.isNull()
                && !(tree instanceof Arr array && array.items().isEmpty());
    }

    private @Nullable Object instantiate(RecordShape shape, @Nullable Object[] arguments, Obj object, String pointer) {
        try {
            return shape.newInstance(arguments);
        } catch (InvalidValue e) {
            return fault(object.position(), pointer, e.code(), e.arguments());
        }
    }

    private void refuseUnknownMembers(Obj object, RecordShape shape, String pointer) {
        object.keys().forEach((name, position) -> {
            if (!shape.has(name) && ignored != null) {
                ignored.accept(below(pointer, name));
            } else if (!shape.has(name)) {
                fault(position, below(pointer, name), "unknown-member", name, Fault.list(shape.names()));
            }
        });
    }

    private @Nullable Object list(Tree tree, Type itemType, Constraints constraints, String pointer) {
        if (!(tree instanceof Arr array)) {
            return misshaped(tree, pointer, "not-a-list");
        }
        if (array.items().size() > constraints.maxItems()) {
            return fault(tree.position(), pointer, "too-many", array.items().size(), constraints.maxItems());
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            Object item = item(array.items().get(i), itemType, constraints, pointer + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Object item(Tree tree, Type type, Constraints constraints, String pointer) {
        return tree.isNull()
                ? fault(tree.position(), pointer, "null-in-list")
                : value(tree, type, constraints.ofItems(), pointer);
    }

    private @Nullable Object map(Tree tree, Type valueType, Constraints constraints, String pointer) {
        if (!(tree instanceof Obj object)) {
            return misshaped(tree, pointer, "not-an-object");
        }
        if (object.members().size() > constraints.maxItems()) {
            return fault(tree.position(), pointer, "too-many", object.members().size(), constraints.maxItems());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            Object value = item(member, valueType, constraints, below(pointer, name));
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private @Nullable Object names(Tree tree, String pointer) {
        int before = faults.count();
        @SuppressWarnings("unchecked")
        Map<String, String> byTag = (Map<String, String>) map(tree, String.class, Constraints.NONE, pointer);
        if (tree instanceof Obj object) {
            checkLanguages(object, pointer);
        }
        return faults.count() == before && byTag != null ? new BilingualText(byTag) : null;
    }

    /** Refuses a text without a language that it needs, or with one that it cannot have. */
    private void checkLanguages(Obj object, String pointer) {
        List<String> tags = Arrays.stream(Language.values()).map(Language::tag).toList();
        object.keys().forEach((tag, position) -> {
            if (!tags.contains(tag)) {
                fault(position, below(pointer, tag), "unknown-member", tag, Fault.list(tags));
            }
        });
        boolean none = object.members().isEmpty();
        Arrays.stream(Language.values())
                .filter(language -> none || languages.contains(language))
                .map(Language::tag)
                .filter(tag -> !object.members().containsKey(tag))
                .forEach(tag -> fault(object.position(), below(pointer, tag), "member-missing", tag));
    }

    private @Nullable Object scalar(Tree tree, Class<?> type, Constraints constraints, String pointer) {
        if (type == Tree.class) {
            return tree;
        }
        if (!(tree instanceof Scalar scalar)) {
            return fault(tree.position(), pointer, "wrong-type", ScalarReader.label(type));
        }
        return ScalarReader.read(
                scalar, type, constraints, (code, arguments) -> fault(tree.position(), pointer, code, arguments));
    }

    /** Reports a text of YAML in the place of members or items, which may be for a colon or bracket of a Chinese input method. */
    private @Nullable Object misshaped(Tree tree, String pointer, String code) {
        String text = tree instanceof Scalar scalar && scalar.kind() == Kind.PLAIN ? scalar.text() : "";
        int mistyped = FullWidthCharacters.firstPunctuation(text);
        if (mistyped < 0) {
            return fault(tree.position(), pointer, code);
        }
        faults.add(FullWidthCharacters.fault(tree.position(), text.charAt(mistyped)));
        return null;
    }

    private @Nullable Object fault(Position position, String pointer, String code, Object... arguments) {
        List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
        faults.add(new Fault(position, pointer, code, texts));
        return null;
    }

    /** The pointer of a member, with its name escaped as in RFC 6901. */
    public static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
