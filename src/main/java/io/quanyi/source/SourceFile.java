package io.quanyi.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file as stored: its path, with slashes, and its bytes. */
public final class SourceFile {

    private final String path;
    private final byte[] bytes;

    /** Keeps a copy of the bytes. */
    public SourceFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes.clone();
    }

    /** The path below the root that was read. */
    public String path() {
        return path;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** The text, strictly UTF-8; a file that is not is a fault, and null. */
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
