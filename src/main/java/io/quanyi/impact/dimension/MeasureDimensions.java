package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Measure;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.source.StatedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dimensions of requests that are measures: one for each that a catalogue of either release declares. */
public final class MeasureDimensions {

    /** The beginning of their ids; the id of the measure follows. */
    public static final String PREFIX = "measure.";

    private MeasureDimensions() {}

    /** A measure in the part of a request that states it. */
    private record StatedMeasure(String part, String id) {

        static StatedMeasure of(Catalogue.Measure declared) {
            return new StatedMeasure(declared.of(), declared.id());
        }

        private boolean isOfQuestion() {
            return part.equals("question");
        }

        void set(RequestBuilder builder, @Nullable Object value) {
            StatedValue stated =
                    value == null || value instanceof StatedValue ? (StatedValue) value : StatedValue.of(value);
            if (isOfQuestion()) {
                builder.askedMeasure(id, stated);
            } else {
                builder.measure(id, stated);
            }
        }

        @Nullable StatedValue of(DecisionRequest request) {
            Map<String, StatedValue> stated = isOfQuestion()
                    ? request.question().measures()
                    : request.subscription().measures();
            return stated == null ? null : stated.get(id);
        }
    }

    static Stream<RequestDimension> of(ServiceComparison comparison) {
        return comparison
                .listed(catalogue -> catalogue.measures().values().stream().map(StatedMeasure::of))
                .stream()
                .map(MeasureDimensions::of);
    }

    private static RequestDimension of(StatedMeasure measure) {
        return new RequestDimension(
                PREFIX + measure.id(),
                Set.of("Measure." + measure.id()),
                comparison -> candidates(comparison, measure),
                (request, builder) -> measure.set(builder, measure.of(request)));
    }

    /** The candidates of each kind of which either release declares it, once each. */
    private static List<DimensionValue> candidates(ServiceComparison comparison, StatedMeasure measure) {
        Set<MeasureKind> kinds =
                new LinkedHashSet<>(comparison.listed(catalogue -> catalogue.measures().values().stream()
                        .filter(declared -> StatedMeasure.of(declared).equals(measure))
                        .map(Catalogue.Measure::kind)));
        List<DimensionValue> candidates = new ArrayList<>();
        kinds.forEach(kind -> candidates(kind, comparison, measure).stream()
                .skip(candidates.isEmpty() ? 0 : 1)
                .forEach(candidates::add));
        return candidates;
    }

    /** The absent value, then the candidates of a kind. */
    private static List<DimensionValue> candidates(
            MeasureKind kind, ServiceComparison comparison, StatedMeasure measure) {
        BiConsumer<RequestBuilder, @Nullable Object> setting = measure::set;
        return switch (kind) {
            case NUMBER -> DimensionCandidates.numbers(comparison, Measure.class, measure.id(), setting::accept);
            case DATE -> DimensionCandidates.days(comparison, Measure.class, measure.id(), setting::accept);
            case BOOLEAN -> RequestDimensions.truths(setting::accept);
            case ID -> ids(comparison, measure);
        };
    }

    /** Each id that either release declares. */
    private static List<DimensionValue> ids(ServiceComparison comparison, StatedMeasure measure) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        new LinkedHashSet<>(comparison.listed(catalogue -> catalogue.valuesOf(measure.id()).stream()))
                .forEach(id -> values.add(new DimensionValue(ValueLabel.id(id), builder -> measure.set(builder, id))));
        return values;
    }
}
