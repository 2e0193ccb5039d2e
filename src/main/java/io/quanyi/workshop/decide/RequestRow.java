package io.quanyi.workshop.decide;

import io.quanyi.source.Tree;
import java.util.function.Supplier;

/**
 * A row of a file of requests. It is read when it is decided, so that the threads that decide also share the reading.
 *
 * @param number the number of its line in the file, from 1
 * @param bytes how many bytes it holds until then, about
 * @param content reads the request; throws {@link io.quanyi.source.FaultsFound} if the row has none
 */
record RequestRow(long number, int bytes, Supplier<Tree> content) {}
