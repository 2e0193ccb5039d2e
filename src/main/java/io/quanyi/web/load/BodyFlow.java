package io.quanyi.web.load;

import io.quanyi.web.coding.GzipBody;
import io.quanyi.web.coding.ReceivedBytes;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/** The body of one request, read from its connection for no longer than its {@link BodyPace} allows. Not thread-safe. */
public final class BodyFlow implements InputBuffer {

    private static final String ATTRIBUTE = BodyFlow.class.getName();

    /** For how long a refused caller may go on sending, and how many bytes: a connection that is closed at once could lose the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private static final long LINGER_BYTES = 16L << 20;

    /** How long the service waits for the rest of a body that has begun to come. */
    private static final long AT_HAND_MILLIS = 2_000;

    private final Request request;
    private final InputBuffer input;
    private final CallerConnection connection;
    private final BodyPace pace;
    private final CallerLimit awaited;
    private final BodyMemory memory;
    private final String caller;
    private long received;
    private long remembered;
    private boolean awaiting;

    private BodyFlow(
            Request request,
            CallerConnection connection,
            BodyPace pace,
            CallerLimit awaited,
            BodyMemory memory,
            String caller) {
        this.request = request;
        this.input = request.getInputBuffer();
        this.connection = connection;
        this.pace = pace;
        this.awaited = awaited;
        this.memory = memory;
        this.caller = caller;
    }

    /**
     * Replaces the source from which a request reads its body.
     *
     * @param awaited counts the bodies that are waited for
     * @param memory counts the bytes of those that are kept in memory
     */
    static BodyFlow of(
            Request request,
            CallerConnection connection,
            BodyPace pace,
            CallerLimit awaited,
            BodyMemory memory,
            String caller) {
        BodyFlow flow = new BodyFlow(request, connection, pace, awaited, memory, caller);
        request.setInputBuffer(flow);
        request.setAttribute(ATTRIBUTE, flow);
        return flow;
    }

    /** The body of a request; null where bodies are not bounded. */
    public static @Nullable BodyFlow of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BodyFlow flow ? flow : null;
    }

    /** Decodes the body from gzip when it is read; decoded bytes count as received bytes. */
    void decode() {
        request.setInputBuffer(new GzipBody(this, bytes -> {
            keep(bytes);
            pace.countDecoded(bytes);
        }));
    }

    public BodyPace pace() {
        return pace;
    }

    /** Reads more of the body: {@link BodyTooSlow} if it comes too slowly, {@link RequestShed} if too many bodies are waited for already. */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!isOutstanding() || somethingIsThere()) {
            return read(handler, AT_HAND_MILLIS);
        }
        if (!awaiting) {
            awaited.enter(caller);
            awaiting = true;
        }
        return read(handler, pace.patienceMillis(received));
    }

    private int read(ApplicationBufferHandler handler, long millis) throws IOException {
        if (millis <= 0) {
            throw pace.tooSlow();
        }
        connection.patience(millis);
        try {
            int read = readWithin(millis, handler);
            count(Math.max(read, 0));
            return read;
        } catch (SocketTimeoutException e) {
            throw pace.tooSlow();
        }
    }

    private void count(int read) {
        received += read;
        keep(read);
    }

    private void keep(int bytes) {
        if (pace.isKept()) {
            remembered += bytes;
            memory.take(bytes);
        }
    }

    /** Chunks may have much between them, each byte of which would be waited for anew. */
    private int readWithin(long millis, ApplicationBufferHandler handler) throws IOException {
        return length(request) >= 0 ? input.doRead(handler) : connection.within(millis, () -> input.doRead(handler));
    }

    @Override
    public int available() {
        return input.available();
    }

    /** Whether more of the body may come. */
    boolean isOutstanding() {
        return isOutstanding(request);
    }

    /** Drops the body of a request that has come as a whole; whether nothing more of it has to be waited for. */
    static boolean dropIfWhole(Request request) throws IOException {
        if (isOutstanding(request) && isThere(request)) {
            ReceivedBytes dropped = new ReceivedBytes();
            while (isOutstanding(request) && request.doRead(dropped) >= 0) {
                // Tomcat closes a connection with a body that was not read
            }
        }
        return !isOutstanding(request);
    }

    /** Whether more of the body of a request may come. */
    static boolean isOutstanding(Request request) {
        AtomicBoolean whole = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        return !whole.get();
    }

    private static boolean isThere(Request request) {
        long length = length(request);
        return length >= 0 && length <= somethingAvailable(request);
    }

    /** The announced length in bytes; -1 where none is, or none that is a number: Tomcat refuses such a request after this. */
    private static long length(Request request) {
        try {
            return request.getContentLengthLong();
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Whether the rest of the body has come, if its length is known. */
    boolean isThere() {
        return isThere(request);
    }

    /**
     * Prepares for an answer that is about to be sent: nothing more of the body is wanted then, unless it is one of lines.
     *
     * @return whether more of it would have to be waited for, so that the connection has to be closed
     */
    boolean isCutOff() {
        if (pace.isOfLines() || !isOutstanding()) {
            return false;
        }
        release();
        return !discard(0, LINGER_BYTES);
    }

    /** Lets a caller who goes on sending read the answer first. */
    void linger() {
        RequestThreads.makeWay();
        discard(LINGER_MILLIS, LINGER_BYTES);
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Gives back the resources that the body holds: it is not waited for any longer. */
    void release() {
        if (request.getInputBuffer() instanceof GzipBody decoded) {
            decoded.close();
        }
        request.setInputBuffer(input);
        memory.give(remembered);
        remembered = 0;
        if (awaiting) {
            awaiting = false;
            awaited.leave(caller);
        }
    }

    /**
     * Reads and drops what comes within a time, up to a number of bytes, once the body has been released.
     *
     * @return whether that was the rest; never where the sender waits until it is wanted
     */
    private boolean discard(long millis, long most) {
        ReceivedBytes bytes = new ReceivedBytes();
        long dropped = 0;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (isOutstanding() && dropped < most && !request.hasExpectation()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 && !somethingIsThere()) {
                    return false;
                }
                connection.patience(Math.max(left, 1));
                connection.within(Math.max(left, 1), () -> request.doRead(bytes));
                dropped += bytes.drop();
            }
            return !isOutstanding();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean somethingIsThere() {
        return somethingAvailable(request) > 0;
    }

    private static int somethingAvailable(Request request) {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable();
    }
}
