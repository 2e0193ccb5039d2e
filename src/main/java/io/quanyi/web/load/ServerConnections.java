package io.quanyi.web.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's connections, with a bound on how many a caller has, and on how long the head of a request may take to come. */
final class ServerConnections {

    /** Where a request of Tomcat's keeps what reads it. */
    private static final int NOTE = 17;

    private ServerConnections() {}

    /** The connection that a request came by; null on the management port. */
    static @Nullable SocketWrapperBase<?> of(Request request) {
        return request.getNote(NOTE) instanceof HeadReader reader ? reader.connection() : null;
    }

    /** HTTP/1.1 over such connections. Tomcat makes it, by its name. */
    public static final class Protocol extends Http11NioProtocol {

        private final ConnectionEndpoint endpoint;
        private long headNanos = Long.MAX_VALUE;

        public Protocol() {
            this(new ConnectionEndpoint());
        }

        private Protocol(ConnectionEndpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
        }

        /** @param timer looks for threads that take too long to take a request in */
        void bound(int perCaller, Duration head, ScheduledExecutorService timer) {
            endpoint.bound(perCaller, timer);
            headNanos = head.toNanos();
        }

        /** Takes no more connections, and goes on with those that there are: the kernel resets what nobody has accepted. */
        void closePort() {
            endpoint.leave(getAddress(), getLocalPort());
            closeServerSocketGraceful();
        }

        int open() {
            return endpoint.open();
        }

        @Override
        protected Processor createProcessor() {
            return new HeadReader(this);
        }
    }

    /** Reads requests off one connection after the other. */
    private static final class HeadReader extends Http11Processor {

        private final long headNanos;
        private long began;

        /** The connection whose next head has begun to come. */
        private @Nullable SocketWrapperBase<?> slow;

        HeadReader(Protocol protocol) {
            super(protocol, protocol.getAdapter());
            this.headNanos = protocol.headNanos;
            request.setNote(NOTE, this);
        }

        SocketWrapperBase<?> connection() {
            return getSocketWrapper();
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
            SocketState state = super.service(connection);
            slow = state == SocketState.LONG ? connection : null;
            return state;
        }
    }
}
