package io.quanyi.web.load;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;

/** Tomcat's connections, with a bound on how many a caller has, and on how long the head of a request may take to come. */
final class ServerConnections {

    private ServerConnections() {}

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

        /** Takes no more connections, and goes on with the accepted ones: the kernel resets all others. */
        void closePort() {
            endpoint.leave(getAddress(), getLocalPort());
            closeServerSocketGraceful();
        }

        int open() {
            return endpoint.open();
        }

        /** Asked once it is decided whether the connection is kept, and before the status is written. */
        @Override
        public boolean useCompression(Request request, Response response) {
            HeadReader reader = HeadReader.of(request);
            if (reader != null) {
                reader.restoreStatus();
            }
            return super.useCompression(request, response);
        }

        @Override
        protected Processor createProcessor() {
            return new HeadReader(this, headNanos);
        }
    }
}
