package io.quanyi.decision.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.request.RequestPatterns;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request of a batch: a single question, with a key beside its members. It has to name its instant and, where it states the course of a
 * case, the instant as of which the clocks of the case are read: the requests of a batch are not sent at one.
 *
 * @param key the name that the caller gives to the request; null if it has none
 */
public record BatchRequest<T extends Record>(@Nullable String key, T request) {

    private static final String KEY = "key";

    /** The members that state the course of a case. */
    private static final List<String> COURSE = List.of("pauses", "respondedAt", "resolvedAt");

    /**
     * A name that the caller gives to a request.
     *
     * @param key comes back with the answer
     */
    public record CallerKey(
            @Size(max = 100) @Pattern(regexp = RequestPatterns.ONE_LINE) @Nullable String key) {

        static final CallerKey NONE = new CallerKey(null);
    }

    /** The form of a request for a decision, for the description of the interface. */
    public record BatchQuestion(
            @JsonUnwrapped CallerKey caller, @JsonUnwrapped CustomerRequest request) {}

    /** The form of a request for a sheet, for the description of the interface. */
    public record BatchSheetRequest(
            @JsonUnwrapped CallerKey caller, @JsonUnwrapped SheetRequest request) {}

    /**
     * Binds one request.
     *
     * @param type the type of the request, which has a member {@code question}
     * @throws FaultsFound if it is no such request, with everything that is wrong with its form
     */
    public static <T extends Record> BatchRequest<T> bind(Tree item, Class<T> type) {
        Faults faults = new Faults();
        CallerKey caller = caller(item, faults);
        if (item instanceof Obj request && lacksInstant(request, type)) {
            faults.add(Fault.at("/question/at", "member-missing", "at"));
        }
        if (item instanceof Obj request && lacksReading(request)) {
            faults.add(Fault.at("/question/asOf", "member-missing", "asOf"));
        }
        Tree request = item instanceof Obj object ? part(object, false) : item;
        return new BatchRequest<>(caller.key(), new RecordBinder(faults).require(request, type));
    }

    /** The key of a request, whether or not the rest of it can be bound; null if it has no key that could come back. */
    public static @Nullable String keyOf(Tree item) {
        return caller(item, new Faults()).key();
    }

    private static CallerKey caller(Tree item, Faults faults) {
        CallerKey caller = item instanceof Obj object
                ? new RecordBinder(faults).bind(part(object, true), CallerKey.class)
                : CallerKey.NONE;
        return Objects.requireNonNullElse(caller, CallerKey.NONE);
    }

    private static Obj part(Obj object, boolean key) {
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.keySet().removeIf(name -> name.equals(KEY) != key);
        return new Obj(members);
    }

    /** Whether a request has no instant. A decision request without a question at all is refused for that. */
    private static boolean lacksInstant(Obj request, Class<?> type) {
        if (isAbsent(request, "question")) {
            return type == SheetRequest.class;
        }
        return request.members().get("question") instanceof Obj question && isAbsent(question, "at");
    }

    /** Whether a request states the course of a case, and not as of when its clocks are read. */
    private static boolean lacksReading(Obj request) {
        return request.members().get("question") instanceof Obj question
                && isAbsent(question, "asOf")
                && COURSE.stream().anyMatch(member -> !isAbsent(question, member));
    }

    private static boolean isAbsent(Obj object, String member) {
        Tree value = object.members().get(member);
        return value == null || (value instanceof Scalar scalar && scalar.kind() == Kind.NULL);
    }
}
