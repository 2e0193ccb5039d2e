package io.quanyi.console;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.WireFormat;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Makes the address of the screen that answers a request: each member of the request is a parameter, named by its path. */
public final class QuestionAddress {

    /** The value that stands for an empty list. */
    public static final String NONE = "none";

    /** The parameter of the release or draft to compare with. */
    public static final String OTHER_RELEASE = "other.release";

    /** The parameter of the instant to compare with. */
    public static final String OTHER_AT = "other.at";

    /** The parameter of the instant of the question. */
    public static final String AT = "question.at";

    /** The members of a request that are no data of the customer and no part of the question. */
    private static final Set<String> OF_REQUEST = Set.of("programme", "release", "knownAt");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WireFormat())
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_NULL))
            .build();

    private QuestionAddress() {}

    /**
     * The address of a request.
     *
     * @param zone the zone of the programme, in which the address says when is asked
     * @param further further parameters, such as the release or draft by which it is answered too; they come last, sorted
     */
    public static String of(DecisionRequest request, ZoneId zone, Map<String, String> further) {
        Map<String, List<String>> members = members((Obj) JsonReader.read(JSON.writeValueAsBytes(request)));
        members.keySet().removeAll(OF_REQUEST);
        OffsetDateTime at = request.question().at();
        if (at != null) {
            members.put(AT, List.of(local(at.truncatedTo(ChronoUnit.MINUTES), zone)));
        }
        new TreeMap<>(further).forEach((name, value) -> members.put(name, List.of(value)));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/{programme}/ask");
        members.forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.encode()
                .buildAndExpand(Map.of("programme", request.programme()))
                .toUriString();
    }

    /** The parameters for the members of a request, in their order; one that is null is absent. */
    public static Map<String, List<String>> members(Obj request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.members().forEach((name, value) -> add(name, value, parameters));
        return parameters;
    }

    /** An instant as a field for a day and a time has it: by the clock of a zone, to the second. */
    public static String local(OffsetDateTime instant, ZoneId zone) {
        return instant.atZoneSameInstant(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static void add(String name, Tree value, Map<String, List<String>> to) {
        if (value instanceof Obj object) {
            object.members().forEach((member, below) -> add(name + "." + member, below, to));
        } else if (value instanceof Arr list) {
            addItems(name, list, to);
        } else if (value instanceof Scalar scalar && !scalar.isNull()) {
            to.computeIfAbsent(name, any -> new ArrayList<>()).add(text(scalar));
        }
    }

    /** A number without an exponent, which a field of a form does not have. */
    private static String text(Scalar scalar) {
        return scalar.kind() == Kind.NUMBER ? new BigDecimal(scalar.text()).toPlainString() : scalar.text();
    }

    private static void addItems(String name, Arr list, Map<String, List<String>> to) {
        if (list.items().isEmpty()) {
            to.put(name, List.of(NONE));
        }
        for (int i = 0; i < list.items().size(); i++) {
            Tree item = list.items().get(i);
            add(item instanceof Obj ? name + "." + i : name, item, to);
        }
    }
}
