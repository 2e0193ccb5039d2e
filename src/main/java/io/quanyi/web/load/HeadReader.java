package io.quanyi.web.load;

import java.io.IOException;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests off one connection after the other, and keeps the connection after a refusal: a refused caller asks again, and a new
 * connection costs more than a refusal. Tomcat would close it after some statuses, and has no setting for that.
 */
final class HeadReader extends Http11Processor {

    /** Where a request of Tomcat's keeps what reads it. */
    private static final int NOTE = 17;

    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    /** A status after which Tomcat keeps the connection, and which no answer has. */
    private static final int KEEPING = 499;

    private static final int NONE = 0;

    private final long headNanos;
    private long began;

    /** The connection whose next head has begun to come. */
    private @Nullable SocketWrapperBase<?> slow;

    /** The status of the answer while {@code KEEPING} stands in its place. */
    private int status = NONE;

    /** Whether the connection is kept after the answer that was sent. */
    private boolean kept;

    /** @param headNanos how long a head may take to come */
    HeadReader(AbstractHttp11Protocol<?> protocol, long headNanos) {
        super(protocol, protocol.getAdapter());
        this.headNanos = headNanos;
        request.setNote(NOTE, this);
    }

    /** The reader of a request; null where the server is not bounded. */
    static @Nullable HeadReader of(Request request) {
        return request.getNote(NOTE) instanceof HeadReader reader ? reader : null;
    }

    /** Whether a refusal has this status, and Tomcat closes the connection after it unless it is sent by {@link #send}. */
    static boolean isClosedAfter(int status) {
        return status == BAD_REQUEST || status == UNAVAILABLE;
    }

    SocketWrapperBase<?> connection() {
        return getSocketWrapper();
    }

    /**
     * Sends a part of an answer, with the header if that has not been sent. The status is no reason to close the connection if the request
     * has been read as a whole.
     */
    void send(CallerConnection.Write write) throws IOException {
        if (response.isCommitted()
                || !isClosedAfter(response.getStatus())
                || !request.protocol().equals("HTTP/1.1")
                || BodyFlow.isOutstanding(request)) {
            write.run();
            return;
        }
        status = response.getStatus();
        response.setStatus(KEEPING);
        try {
            write.run();
        } finally {
            restoreStatus();
        }
        kept = response.isCommitted();
    }

    /** Called between Tomcat's decision about the connection and the header that it writes. */
    void restoreStatus() {
        if (status != NONE) {
            response.setStatus(status);
            status = NONE;
        }
    }

    @Override
    protected void setErrorState(ErrorState state, @Nullable Throwable cause) {
        boolean becauseOfStatus = state == ErrorState.CLOSE_CLEAN && cause == null;
        if (!kept || !becauseOfStatus) {
            super.setErrorState(state, cause);
        }
        kept = false;
    }

    /** Called whenever something has come; a head that is not whole leaves the connection as {@code LONG}. */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        if (connection != slow) {
            began = System.nanoTime();
        } else if (System.nanoTime() - began > headNanos) {
            slow = null;
            return SocketState.CLOSED;
        }
        kept = false;
        SocketState state = super.service(connection);
        slow = state == SocketState.LONG ? connection : null;
        return state;
    }
}
