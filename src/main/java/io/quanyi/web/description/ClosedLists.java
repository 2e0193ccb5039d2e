package io.quanyi.web.description;

import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.wire.Problem;
import io.quanyi.wire.ProblemError;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that hold codes, each with the codes that this version knows. A request may have no others; an answer of a later version may, so
 * that readers of answers have to bear codes that they do not know.
 */
public final class ClosedLists {

    static final String KIND = "kind";

    /** Adds the closed lists of one feature. */
    public interface Contributor {

        /** Adds each member that holds codes. */
        void addTo(ClosedLists lists);
    }

    private final Map<String, List<String>> codes = new HashMap<>();
    private final Set<String> declarable = new HashSet<>();
    private final Map<String, String> kinds = new HashMap<>();

    ClosedLists(Collection<Contributor> contributors) {
        add(Problem.class, "code", withText("problem.", ".title"));
        add(ProblemError.class, "code", withText("fault.", ""));
        contributors.forEach(one -> one.addTo(this));
    }

    /**
     * Adds a member.
     *
     * @param type the record that has it
     * @param member a text, or a list of texts
     * @param allowed the codes, in the order in which they are shown
     * @throws IllegalArgumentException if the record has no such member
     */
    public void add(Class<? extends Record> type, String member, Collection<String> allowed) {
        if (Arrays.stream(type.getRecordComponents())
                .noneMatch(component -> component.getName().equals(member))) {
            throw new IllegalArgumentException(type + " has no member " + member);
        }
        codes.put(type.getSimpleName() + "." + member, List.copyOf(allowed));
    }

    /** Adds a member whose codes every programme has, and beside which the catalogue of a programme may declare others. */
    public void addDeclarable(Class<? extends Record> type, String member, Collection<String> builtIn) {
        add(type, member, builtIn);
        declarable.add(type.getSimpleName() + "." + member);
    }

    /** Adds a member whose codes are those of all constants of a type. */
    public <E extends Enum<E>> void addCodes(Class<? extends Record> type, String member, Class<E> constants) {
        add(
                type,
                member,
                Arrays.stream(constants.getEnumConstants()).map(EnumCode::of).toList());
    }

    /** States the value that the member {@code kind} of a record always has, by which it is told from others in its place. */
    public void addKind(Class<? extends Record> type, String kind) {
        kinds.put(type.getSimpleName() + "." + KIND, kind);
    }

    /** The codes for which there is a text, sorted. */
    public static List<String> withText(String prefix, String suffix) {
        return Texts.codes(Language.ENGLISH).stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
                .map(key -> key.substring(prefix.length(), key.length() - suffix.length()))
                .sorted()
                .toList();
    }

    /** The codes of a member, by the names of its record and its own; empty if any text may stand there. */
    List<String> of(String member) {
        return codes.getOrDefault(member, List.of());
    }

    /** Whether a catalogue may declare other codes of a member, by the names of its record and its own. */
    boolean isDeclarable(String member) {
        return declarable.contains(member);
    }

    /** The value of a member that always has the same, by the names of its record and its own; null for any other member. */
    @Nullable String kind(String member) {
        return kinds.get(member);
    }

    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }
}
