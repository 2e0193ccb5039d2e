package io.quanyi.decision.request.check;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.StatedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the measures of a request against a catalogue, and reads each as a value of the kind that the catalogue declares. */
final class MeasureCheck {

    private final Catalogue catalogue;
    private final Map<String, Object> values = new HashMap<>();
    private final List<Fault> malformed = new ArrayList<>();
    private final List<Fault> unknown = new ArrayList<>();
    private final List<Fault> contradictions = new ArrayList<>();

    private MeasureCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Checks both parts of a request. */
    static MeasureCheck of(DecisionRequest request, Catalogue catalogue) {
        MeasureCheck check = new MeasureCheck(catalogue);
        check.addAll("subscription", request.subscription().measures());
        check.addAll("question", request.question().measures());
        return check;
    }

    /** The values that have no fault, by the id of the measure: a catalogue declares each id once. */
    Map<String, Object> values() {
        return values;
    }

    /** The values of another kind than the catalogue declares. */
    List<Fault> malformed() {
        return malformed;
    }

    /** The measures, and the ids that are values, which the catalogue does not declare. */
    List<Fault> unknown() {
        return unknown;
    }

    /** The measures that belong into the other part. */
    List<Fault> contradictions() {
        return contradictions;
    }

    private void addAll(String of, @Nullable Map<String, StatedValue> stated) {
        if (stated != null) {
            stated.forEach((id, value) -> add(of, id, value));
        }
    }

    private void add(String of, String id, StatedValue stated) {
        String pointer = RecordBinder.below("/" + of + "/measures", id);
        Catalogue.Measure declared = catalogue.measures().get(id);
        if (declared == null) {
            unknown.add(Fault.at(pointer, "unknown-measure", id).knowing(declared(of)));
        } else if (!declared.of().equals(of)) {
            contradictions.add(Fault.at(pointer, "measure-elsewhere", id, declared.pointer()));
        } else {
            add(pointer, declared, stated);
        }
    }

    private void add(String pointer, Catalogue.Measure declared, StatedValue stated) {
        Object value = stated.as(declared.kind().type(), pointer, malformed);
        if (value == null) {
            return;
        }
        List<String> ids = List.copyOf(catalogue.valuesOf(declared.id()));
        if (declared.kind() == MeasureKind.ID && !ids.contains(value)) {
            unknown.add(Fault.at(pointer, "unknown-measure-value", value, declared.id())
                    .knowing(ids));
        } else {
            values.put(declared.id(), value);
        }
    }

    private List<String> declared(String of) {
        return catalogue.measures().values().stream()
                .filter(measure -> measure.of().equals(of))
                .map(Catalogue.Measure::id)
                .toList();
    }
}
