package io.quanyi.web.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's connections, with a bound on how many a caller has, and on how long the head of a request may take to come. */
final class ServerConnections {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConnections.class);

    /** Where a request of Tomcat's keeps what reads it. */
    private static final int NOTE = 17;

    private ServerConnections() {}

    /** The connection that a request came by; null on the management port. */
    static @Nullable SocketWrapperBase<?> of(Request request) {
        return request.getNote(NOTE) instanceof HeadReader reader ? reader.connection() : null;
    }

    /** HTTP/1.1 over such connections. Tomcat makes it, by its name. */
    public static final class Protocol extends Http11NioProtocol {

        private final Endpoint endpoint;
        private long headNanos = Long.MAX_VALUE;

        public Protocol() {
            this(new Endpoint());
        }

        private Protocol(Endpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
        }

        /** @param timer looks for threads that take too long to take a request in */
        void bound(int perCaller, Duration head, ScheduledExecutorService timer) {
            endpoint.perCaller = perCaller;
            endpoint.timer = timer;
            headNanos = head.toNanos();
        }

        /** Takes no more connections, and goes on with those that there are: the kernel resets what nobody has accepted. */
        void closePort() {
            endpoint.leaving = true;
            endpoint.awaitAccepted(getAddress(), getLocalPort());
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

    /**
     * Accepts connections. The oldest idle one makes room for a new one of a caller who has too many, and where there are too
     * many in all: so that connections that nothing comes by keep nobody out.
     */
    private static final class Endpoint extends NioEndpoint {

        /** How many below Tomcat's own limit, where it accepts no more. */
        private static final int MARGIN = 16;

        /** How long accepting what came before the port is closed may take. */
        private static final int MOST_WAIT_MILLIS = 2_000;

        /** How many idle connections go at once: looking for them takes time. */
        private static final int AT_ONCE = 16;

        /** How many threads read heads and refuse, beside those that work on requests. */
        private static final int TAKE_IN = Math.max(2, Runtime.getRuntime().availableProcessors());

        private volatile int perCaller = Integer.MAX_VALUE;
        private volatile boolean leaving;
        private @Nullable ScheduledExecutorService timer;
        private @Nullable RequestThreads threads;

        int open() {
            return connections.size();
        }

        @Override
        public void createExecutor() {
            if (timer == null) {
                throw new IllegalStateException("the server has not been bounded");
            }
            threads = new RequestThreads(getName() + "-request-", TAKE_IN, getMaxThreads(), timer);
            setExecutor(threads);
        }

        @Override
        public void shutdownExecutor() {
            if (threads != null) {
                threads.end(getExecutorTerminationTimeoutMillis());
                setExecutor(null);
            }
        }

        /** Waits until all that came before now is accepted, in the order of coming: a connection of its own is the last of it. */
        void awaitAccepted(@Nullable InetAddress address, int port) {
            InetAddress here =
                    address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
            try (Socket last = new Socket()) {
                last.connect(new InetSocketAddress(here, port), MOST_WAIT_MILLIS);
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_WAIT_MILLIS);
                while (System.nanoTime() < end && !isAccepted(last.getLocalSocketAddress())) {
                    Thread.sleep(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                LOG.debug("no connection of its own before the port is closed", e);
            }
        }

        private boolean isAccepted(SocketAddress caller) {
            return connections.keySet().stream().anyMatch(open -> caller.equals(callerOf(open)));
        }

        /** Accepts what came before the port was closed, too: Tomcat would throw that away. */
        @Override
        protected SocketChannel serverSocketAccept() throws Exception {
            try {
                SocketChannel accepted = super.serverSocketAccept();
                while (leaving) {
                    if (!super.setSocketOptions(accepted)) {
                        closeSocket(accepted);
                    }
                    countUpOrAwaitConnection();
                    accepted = super.serverSocketAccept();
                }
                return accepted;
            } catch (IOException e) {
                while (leaving && isRunning()) {
                    Thread.sleep(20);
                }
                throw e;
            }
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            return hasRoom(address(socket)) && super.setSocketOptions(socket);
        }

        private boolean hasRoom(@Nullable InetAddress caller) {
            int all = connections.size();
            if (all < perCaller && all < getMaxConnections() - MARGIN) {
                return true;
            }
            List<SocketWrapperBase<NioChannel>> own = connections.entrySet().stream()
                    .filter(open -> caller != null && caller.equals(address(open.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
            if (own.size() >= perCaller) {
                return closeIdle(own);
            }
            return all < getMaxConnections() - MARGIN || closeIdle(List.copyOf(connections.values()));
        }

        private static boolean closeIdle(List<SocketWrapperBase<NioChannel>> open) {
            return open.stream()
                            .filter(one -> !one.getLock().isLocked())
                            .map(one -> Map.entry(lastRead(one), one))
                            .sorted(Map.Entry.comparingByKey())
                            .limit(AT_ONCE)
                            .filter(one -> closeIfIdle(one.getValue()))
                            .count()
                    > 0;
        }

        private static long lastRead(SocketWrapperBase<NioChannel> connection) {
            return connection instanceof NioSocketWrapper wrapper ? wrapper.getLastRead() : 0;
        }

        /** A connection whose request is worked on is locked. */
        private static boolean closeIfIdle(SocketWrapperBase<NioChannel> one) {
            ReentrantLock lock = one.getLock();
            if (!lock.tryLock()) {
                return false;
            }
            try {
                one.close();
                return true;
            } finally {
                lock.unlock();
            }
        }

        private static @Nullable InetAddress address(SocketChannel socket) {
            return callerOf(socket) instanceof InetSocketAddress address ? address.getAddress() : null;
        }

        private static @Nullable SocketAddress callerOf(SocketChannel socket) {
            try {
                return socket.getRemoteAddress();
            } catch (IOException e) {
                return null;
            }
        }
    }
}
