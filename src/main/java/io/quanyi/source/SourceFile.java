package io.quanyi.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file: its path, with slashes, and its bytes. */
public final class SourceFile {

    private final String path;
    private final byte[] bytes;

    /** Keeps a copy of the bytes. */
    public SourceFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes.clone();
    }

    /** The path below the root of the tree. */
    public String path() {
        return path;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The text in strict UTF-8; null with a fault for other bytes. */
    public @Nullable String text(Faults faults) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(Fault.at(Position.of(path), "not-utf8"));
            return null;
        }
    }
}
