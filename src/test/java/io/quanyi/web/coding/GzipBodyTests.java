package io.quanyi.web.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class GzipBodyTests {

    private static final int LENGTH = 1_000_000;

    @Test
    void whateverIsDecodedIsCountedBeforeItIsHandedOn() throws IOException {
        AtomicLong counted = new AtomicLong();
        long handedOn = 0;
        try (GzipBody body = new GzipBody(new Received(Gzip.of(new byte[LENGTH])), counted::addAndGet)) {
            ReceivedBytes bytes = new ReceivedBytes();
            assertThat(counted.get()).isZero();
            while (body.doRead(bytes) >= 0) {
                handedOn += bytes.drop();
                assertThat(counted.get()).isEqualTo(GzipInput.MEMORY + handedOn);
            }
        }
        assertThat(handedOn).isEqualTo(LENGTH);
    }

    @Test
    void aBombIsRefusedWhereTheCountIsTooHigh() {
        AtomicLong counted = new AtomicLong();
        try (GzipBody body = new GzipBody(new Received(Gzip.of(new byte[LENGTH])), bytes -> {
            if (counted.addAndGet(bytes) > GzipInput.MEMORY + 20_000) {
                throw new IllegalStateException("too much");
            }
        })) {
            assertThatIllegalStateException().isThrownBy(() -> {
                while (body.doRead(new ReceivedBytes()) >= 0) {
                    // Goes on until it is refused
                }
            });
        }
        assertThat(counted.get()).isLessThan(GzipInput.MEMORY + 20_000L + 2 * GzipBody.AT_ONCE);
    }

    /** A body that came in one piece. */
    private static final class Received implements InputBuffer {

        private final byte[] bytes;
        private boolean read;

        Received(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (read) {
                return -1;
            }
            read = true;
            handler.setByteBuffer(ByteBuffer.wrap(bytes));
            return bytes.length;
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
