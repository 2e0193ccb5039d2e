package io.quanyi.release.change;

import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/**
 * The result of applying a change of lines to a later text. Lines that both add at the same place stand one after the
 * other, those of the later text first: entries of lists are added so. Lines that both change in different ways are
 * a conflict.
 *
 * @param file the later text with the change
 * @param conflicts the places at which the change cannot be applied
 */
record LineMerge(SourceFile file, List<MergeConflict> conflicts) {

    private static final int BEFORE = 0;
    private static final int LATER = 1;

    /** Keeps a copy. */
    LineMerge {
        conflicts = List.copyOf(conflicts);
    }

    static LineMerge of(SourceFile before, SourceFile changed, SourceFile later) {
        RawText there = text(later.bytes());
        RawText wished = text(changed.bytes());
        RawText was = text(before.bytes());
        MergeResult<RawText> merged = new MergeAlgorithm().merge(RawTextComparator.DEFAULT, was, there, wished);
        if (bothAdd(merged)) {
            merged = new MergeAlgorithm().merge(new WholeAdditions(there, wished), was, there, wished);
        }
        List<MergeChunk> chunks = new ArrayList<>();
        merged.forEach(chunks::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<MergeConflict> conflicts = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < chunks.size(); i++) {
            MergeChunk chunk = chunks.get(i);
            boolean base = chunk.getSequenceIndex() == BEFORE
                    && chunk.getConflictState() == ConflictState.BASE_CONFLICTING_RANGE;
            if (chunk.getSequenceIndex() == LATER) {
                line = chunk.getBegin() + 1;
            }
            boolean next = chunk.getConflictState() == ConflictState.NEXT_CONFLICTING_RANGE;
            if (next && isSame(merged, chunks.get(i - 2), chunk)) {
                continue;
            }
            if (!base) {
                write(merged.getSequences().get(chunk.getSequenceIndex()), chunk, bytes);
            } else if (chunk.getEnd() > chunk.getBegin() && !isSame(merged, chunks.get(i - 1), chunks.get(i + 1))) {
                // The conflicting lines stand around the original ones: first the later lines, then those of the change
                conflicts.add(new MergeConflict(
                        new Position(later.path(), line, 1),
                        words(merged, chunks.get(i + 1)),
                        words(merged, chunks.get(i - 1))));
            }
        }
        byte[] ended = bytes.toByteArray();
        int length = isEnded(later.bytes()) ? ended.length : Math.max(0, ended.length - 1);
        return new LineMerge(new SourceFile(later.path(), Arrays.copyOf(ended, length)), conflicts);
    }

    /** Whether both add different lines at one place. */
    private static boolean bothAdd(MergeResult<RawText> merged) {
        for (MergeChunk chunk : merged) {
            if (chunk.getConflictState() == ConflictState.BASE_CONFLICTING_RANGE
                    && chunk.getBegin() >= chunk.getEnd()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(MergeResult<RawText> merged, MergeChunk one, MergeChunk other) {
        return lines(merged, one).equals(lines(merged, other));
    }

    private static String lines(MergeResult<RawText> merged, MergeChunk chunk) {
        return merged.getSequences().get(chunk.getSequenceIndex()).getString(chunk.getBegin(), chunk.getEnd(), false);
    }

    /** The first line with words in a file. */
    static String words(SourceFile file) {
        RawText text = text(file.bytes());
        return words(text, 0, text.size());
    }

    /** The first line with words in a file from a line on, which counts from 1. */
    static String words(SourceFile file, int line) {
        RawText text = text(file.bytes());
        return words(text, line - 1, text.size());
    }

    /** The first line at which two files of one name differ. */
    static MergeConflict firstDifference(SourceFile changed, SourceFile later) {
        RawText wished = text(changed.bytes());
        RawText there = text(later.bytes());
        int line = 0;
        while (line < Math.min(wished.size(), there.size())
                && wished.getString(line).equals(there.getString(line))) {
            line++;
        }
        return new MergeConflict(
                new Position(later.path(), line + 1, 1),
                words(wished, line, wished.size()),
                words(there, line, there.size()));
    }

    private static String words(MergeResult<RawText> merged, MergeChunk chunk) {
        return words(merged.getSequences().get(chunk.getSequenceIndex()), chunk.getBegin(), chunk.getEnd());
    }

    private static String words(RawText text, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(line -> text.getString(line).strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isEnded(byte[] text) {
        return text.length == 0 || text[text.length - 1] == '\n';
    }

    /** The lines of a text, the last one ended like the others. */
    private static RawText text(byte[] bytes) {
        if (isEnded(bytes)) {
            return new RawText(bytes);
        }
        byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        return new RawText(ended);
    }

    private static void write(RawText text, MergeChunk chunk, ByteArrayOutputStream bytes) {
        try {
            for (int line = chunk.getBegin(); line < chunk.getEnd(); line++) {
                text.writeLine(bytes, line);
                bytes.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
