package io.quanyi.store;

import io.quanyi.source.SourceTree;

/**
 * One state of a store, whole. It never changes.
 *
 * @param revision names the state: two stores that say the same revision hold the same files
 * @param tree the files
 */
public record Snapshot(String revision, SourceTree tree) {}
