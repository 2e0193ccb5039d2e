package io.quanyi.release.change;

import io.quanyi.source.Position;

/**
 * A place at which a change of files cannot be applied to later files, because they differ there as well.
 *
 * @param place the place in the later files; the whole file where one side has removed it
 * @param changed the first words of the change there; empty if it removes the earlier lines
 * @param later the first words of the later file there; empty if it has removed the earlier lines
 */
public record MergeConflict(Position place, String changed, String later) {}
