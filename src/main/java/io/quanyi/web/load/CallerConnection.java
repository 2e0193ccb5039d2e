package io.quanyi.web.load;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection that a request came by, closed if reading from it or writing to it takes too long. */
final class CallerConnection {

    private static final Logger LOG = LoggerFactory.getLogger(CallerConnection.class);

    /** A connection for requests that have none of the server's: closes nothing. */
    static final CallerConnection NONE = new CallerConnection(null, null, 0);

    /** Beyond the time for which Tomcat itself waits for a single byte: the thread may have to wait for a processor, too. */
    private static final long MARGIN_MILLIS = 5_000;

    private final @Nullable HeadReader reader;
    private final @Nullable SocketWrapperBase<?> socket;
    private final @Nullable ScheduledExecutorService timer;
    private final long writeMillis;

    /** @param writeMillis how long a reader may take for one part of an answer */
    CallerConnection(@Nullable HeadReader reader, @Nullable ScheduledExecutorService timer, long writeMillis) {
        this.reader = reader;
        this.socket = reader == null ? null : reader.connection();
        this.timer = timer;
        this.writeMillis = writeMillis;
    }

    /** Reading. */
    interface Read {
        int run() throws IOException;
    }

    /** Writing. */
    interface Write {
        void run() throws IOException;
    }

    /** Sets how long is waited for the next byte. */
    void patience(long millis) {
        if (socket != null) {
            socket.setReadTimeout(millis);
        }
    }

    /** Reads, and closes the connection if that takes longer. */
    int within(long millis, Read read) throws IOException {
        Future<?> end = closeIn(millis + MARGIN_MILLIS);
        try {
            return read.run();
        } finally {
            cancel(end);
        }
    }

    /** Writes, and closes the connection if its reader takes too long. */
    void write(Write write) throws IOException {
        Future<?> end = closeIn(writeMillis);
        try {
            add(write);
        } finally {
            cancel(end);
        }
    }

    /** Writes what fits into the memory of the server. */
    void add(Write write) throws IOException {
        if (reader == null) {
            write.run();
        } else {
            reader.send(write);
        }
    }

    private @Nullable Future<?> closeIn(long millis) {
        SocketWrapperBase<?> open = socket;
        return open == null || timer == null ? null : timer.schedule(() -> end(open), millis, TimeUnit.MILLISECONDS);
    }

    /** Wakes the thread that waits for the caller; to close the connection is for that thread, which may be using it. */
    private static void end(SocketWrapperBase<?> open) {
        if (open.getSocket() instanceof NioChannel channel && channel.getIOChannel() != null) {
            try {
                channel.getIOChannel().shutdownInput();
                channel.getIOChannel().shutdownOutput();
            } catch (IOException e) {
                LOG.debug("closed before", e);
            }
        }
    }

    private static void cancel(@Nullable Future<?> end) {
        if (end != null) {
            end.cancel(false);
        }
    }
}
