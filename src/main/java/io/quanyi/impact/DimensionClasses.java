package io.quanyi.impact;

import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import java.util.List;

/**
 * All values of a dimension on which a sentence has a condition, in classes that no answer of either release tells apart.
 *
 * @param dimension the id of the dimension
 * @param classes the values of each class; every request has a value of one class
 */
public record DimensionClasses(String dimension, List<List<ValueLabel>> classes) {

    /** Keeps a copy. */
    public DimensionClasses {
        classes = List.copyOf(classes);
    }

    static DimensionClasses of(MergedDimension dimension) {
        return new DimensionClasses(
                dimension.id(),
                dimension.values().stream().map(DimensionValue::labels).toList());
    }
}
