package io.quanyi.source;

import io.quanyi.source.RecordForm.Member.Count;
import io.quanyi.text.BilingualText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of a file, read from the record to which the file is bound, so that no second list has to be kept equal.
 */
public final class RecordForm {

    /** The kind of value that a member has. */
    public enum Content {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        TRUTH,
        DATE,
        INSTANT,
        ZONE,
        /** A text in Chinese and English, or in one of them. */
        NAMES,
        /** Members of its own. */
        OBJECT,
        /** A tree that is interpreted later. */
        ANYTHING
    }

    /**
     * One member.
     *
     * @param path its path: {@code products[].id} is a member of each entry of a list
     * @param content the kind of its value, or of each entry
     * @param count whether it is one value, a list, or values by name
     * @param required whether it must be present
     * @param most the most characters of its text, or entries of its list; null for no bound of its own
     * @param pattern the regular expression of its text; null for any text
     * @param least the smallest number; null for no bound
     * @param greatest the largest number; null for no bound
     * @param decimals the most digits after the point; null for no bound
     */
    public record Member(
            String path,
            Content content,
            Count count,
            boolean required,
            @Nullable Integer most,
            @Nullable String pattern,
            @Nullable BigDecimal least,
            @Nullable BigDecimal greatest,
            @Nullable Integer decimals) {

        /** How many values there are. */
        public enum Count {
            ONE,
            LIST,
            BY_NAME
        }
    }

    private static final Map<Class<?>, Content> CONTENTS = Map.ofEntries(
            Map.entry(String.class, Content.TEXT),
            Map.entry(BigDecimal.class, Content.NUMBER),
            Map.entry(Integer.class, Content.WHOLE_NUMBER),
            Map.entry(int.class, Content.WHOLE_NUMBER),
            Map.entry(long.class, Content.WHOLE_NUMBER),
            Map.entry(Boolean.class, Content.TRUTH),
            Map.entry(boolean.class, Content.TRUTH),
            Map.entry(LocalDate.class, Content.DATE),
            Map.entry(OffsetDateTime.class, Content.INSTANT),
            Map.entry(ZoneId.class, Content.ZONE),
            Map.entry(BilingualText.class, Content.NAMES),
            Map.entry(StatedValue.class, Content.ANYTHING),
            Map.entry(Tree.class, Content.ANYTHING));

    private final List<Member> members = new ArrayList<>();

    private RecordForm() {}

    /** The members of a record and of all records in it, in the order of their declaration. */
    public static List<Member> of(Class<? extends Record> type) {
        RecordForm form = new RecordForm();
        form.record(type, "");
        return List.copyOf(form.members);
    }

    private void record(Class<?> type, String prefix) {
        RecordShape.of(type).members().forEach(member -> member(member, prefix + member.name()));
    }

    private void member(RecordShape.Member member, String path) {
        Type type = member.type();
        if (!(type instanceof ParameterizedType generic)) {
            add(member, path, (Class<?>) type, Count.ONE, path + ".");
        } else if (generic.getRawType() == List.class) {
            add(member, path, (Class<?>) generic.getActualTypeArguments()[0], Count.LIST, path + "[].");
        } else {
            add(member, path, (Class<?>) generic.getActualTypeArguments()[1], Count.BY_NAME, path + ".*.");
        }
    }

    /** Values of enums are written as codes. */
    private static Content other(Class<?> type) {
        if (type.isRecord()) {
            return Content.OBJECT;
        }
        return type.isEnum() ? Content.TEXT : Content.ANYTHING;
    }

    private void add(RecordShape.Member member, String path, Class<?> type, Count count, String below) {
        Content content = CONTENTS.getOrDefault(type, other(type));
        Constraints constraints = member.constraints();
        boolean text = content == Content.TEXT && count == Count.ONE && constraints.pattern() == null;
        members.add(new Member(
                path,
                content,
                count,
                !member.optional(),
                text
                        ? Objects.requireNonNullElse(constraints.most(), ScalarReader.MAX_TEXT_LENGTH)
                        : constraints.most(),
                constraints.pattern() == null ? null : constraints.pattern().pattern(),
                constraints.least(),
                constraints.greatest(),
                constraints.decimals() == Integer.MAX_VALUE ? null : constraints.decimals()));
        if (content == Content.OBJECT) {
            record(type, below);
        }
    }
}
