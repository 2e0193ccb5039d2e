package io.quanyi.impact.dimension;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Measure;
import java.math.BigDecimal;
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

        private boolean isOfQuestion() {
            return part.equals("question");
        }

        void set(RequestBuilder builder, @Nullable BigDecimal number) {
            if (isOfQuestion()) {
                builder.askedMeasure(id, number);
            } else {
                builder.measure(id, number);
            }
        }

        @Nullable BigDecimal of(DecisionRequest request) {
            Map<String, BigDecimal> stated = isOfQuestion()
                    ? request.question().measures()
                    : request.subscription().measures();
            return stated == null ? null : stated.get(id);
        }
    }

    static Stream<RequestDimension> of(ServiceComparison comparison) {
        return comparison
                .listed(catalogue -> catalogue.measures().values().stream()
                        .map(measure -> new StatedMeasure(measure.of(), measure.id())))
                .stream()
                .map(MeasureDimensions::of);
    }

    private static RequestDimension of(StatedMeasure measure) {
        BiConsumer<RequestBuilder, @Nullable BigDecimal> setting = measure::set;
        return new RequestDimension(
                PREFIX + measure.id(),
                Set.of("Measure." + measure.id()),
                comparison -> DimensionCandidates.numbers(comparison, Measure.class, measure.id(), setting),
                (request, builder) -> setting.accept(builder, measure.of(request)));
    }
}
