package io.quanyi.web.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections to the server, and bounds them: for each caller and in all. Beyond a bound, the oldest idle connection is closed for
 * a new one, so that silent connections do not keep others out.
 */
final class ConnectionEndpoint extends NioEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionEndpoint.class);

    /** The distance of the bound in all from Tomcat's own limit, at which Tomcat accepts no more. */
    private static final int MARGIN = 16;

    /** The longest wait for connections that came before the port is closed. */
    private static final int MAX_WAIT_MILLIS = 2_000;

    /** The number of idle connections that are closed at once: looking for them takes time. */
    private static final int AT_ONCE = 16;

    /** The number of threads that read the heads of requests and refuse, beside those that work on requests. */
    private static final int TAKE_IN = Math.max(2, Runtime.getRuntime().availableProcessors());

    private volatile int perCaller = Integer.MAX_VALUE;
    private volatile boolean leaving;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable RequestThreads threads;

    /**
     * Sets the bounds, before the server starts.
     *
     * @param maxPerCaller how many connections one caller may have
     * @param watch looks for threads that take too long to take a request in
     */
    void bound(int maxPerCaller, ScheduledExecutorService watch) {
        perCaller = maxPerCaller;
        timer = watch;
    }

    /** Accepts the connections that have come so far, and no later ones, because the port is about to be closed. */
    void leave(@Nullable InetAddress address, int port) {
        leaving = true;
        awaitAccepted(address, port);
    }

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

    /** Waits until all connections that have come so far are accepted. It opens one itself: they are accepted in their order, so that this is the last. */
    private void awaitAccepted(@Nullable InetAddress address, int port) {
        InetAddress here = address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        try (Socket last = new Socket()) {
            last.connect(new InetSocketAddress(here, port), MAX_WAIT_MILLIS);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_MILLIS);
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

    /** Accepts also the connections that came before the port was closed, which Tomcat would drop. */
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
