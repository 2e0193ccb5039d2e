package io.quanyi.store;

import io.quanyi.source.SourceTree;

/**
 * One complete, immutable state of a store.
 *
 * @param revision the name of the state; stores with equal revisions hold equal files
 * @param tree the files
 */
public record Snapshot(String revision, SourceTree tree) {}
