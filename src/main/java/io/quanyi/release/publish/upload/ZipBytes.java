package io.quanyi.release.publish.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a zip in little-endian order. Reading outside of them is refused as a broken zip. */
final class ZipBytes {

    private final ByteBuffer bytes;

    ZipBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.limit();
    }

    /** An unsigned number of two bytes. */
    int two(int at) throws ZipRefused {
        require(at, 2);
        return bytes.getShort(at) & 0xFFFF;
    }

    /** An unsigned number of four bytes. */
    long four(int at) throws ZipRefused {
        require(at, 4);
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }

    /** A size or position of four bytes, refused if it is beyond the length of the zip. */
    int place(int at) throws ZipRefused {
        long place = four(at);
        if (place == 0xFFFFFFFFL) {
            throw new ZipRefused("zip-64", "");
        }
        if (place > length()) {
            throw new ZipRefused("zip-broken", "");
        }
        return (int) place;
    }

    /** A text in UTF-8. */
    String text(int at, int length) throws ZipRefused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part(at, length)).toString();
        } catch (CharacterCodingException e) {
            throw new ZipRefused("zip-broken", "");
        }
    }

    /** A range of bytes. */
    ByteBuffer part(int at, int length) throws ZipRefused {
        require(at, length);
        return bytes.slice(at, length);
    }

    /** The last position of a signature; -1 if there is none. */
    int last(int signature) {
        for (int at = length() - 4; at >= 0; at--) {
            if (bytes.getInt(at) == signature) {
                return at;
            }
        }
        return -1;
    }

    private void require(int at, int length) throws ZipRefused {
        if (at < 0 || length < 0 || length > length() - at) {
            throw new ZipRefused("zip-broken", "");
        }
    }
}
