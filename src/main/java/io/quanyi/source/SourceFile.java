package io.quanyi.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file: its path, with slashes, and its bytes. */
public final class SourceFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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

    /** The text in strict UTF-8, without the mark that some editors of Windows begin it with; null with a fault for other bytes. */
    public @Nullable String text(Faults faults) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (end.isError()) {
            faults.add(Fault.at(Position.after(path, text), "not-utf8"));
            return null;
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
