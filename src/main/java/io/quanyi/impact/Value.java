package io.quanyi.impact;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way in which a part of a request can be: it stands for all ways that neither release can tell from it.
 *
 * @param labels what it stands for, the way first that examples use
 * @param setting puts it into a request
 * @param before what an answer of the one release reads of it beside what the rules say
 * @param after the same of the other
 */
record Value(List<Label> labels, Consumer<Asking> setting, String before, String after) {

    Value {
        labels = List.copyOf(labels);
    }

    Value(Label label, Consumer<Asking> setting) {
        this(List.of(label), setting, "", "");
    }
}
