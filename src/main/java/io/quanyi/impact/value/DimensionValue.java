package io.quanyi.impact.value;

import io.quanyi.decision.request.RequestBuilder;
import java.util.List;
import java.util.function.Consumer;

/**
 * One value of a dimension: a setting of a part of a request. A merged value represents several candidates that neither release can
 * distinguish.
 *
 * @param labels the names of the candidates that the value represents; examples use the first
 * @param setting sets the value in a request
 * @param before the part of the value that an answer of the earlier release shows directly, not through rules
 * @param after the same for the later release
 */
public record DimensionValue(List<ValueLabel> labels, Consumer<RequestBuilder> setting, String before, String after) {

    /** Keeps a copy. */
    public DimensionValue {
        labels = List.copyOf(labels);
    }

    public DimensionValue(ValueLabel label, Consumer<RequestBuilder> setting) {
        this(List.of(label), setting, "", "");
    }
}
