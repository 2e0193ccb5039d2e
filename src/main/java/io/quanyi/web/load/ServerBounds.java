package io.quanyi.web.load;

import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Configures the server with the bounds on connections, bodies and requests, after all other customizers. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerBounds implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private final LoadProperties load;
    private final HttpProperties http;
    private final ProblemWriter problems;
    private final ShutdownDrain shutdown;
    private final TomcatServerProperties tomcat;
    private final ScheduledThreadPoolExecutor timer = timer();

    ServerBounds(
            LoadProperties load,
            HttpProperties http,
            ProblemWriter problems,
            ShutdownDrain shutdown,
            TomcatServerProperties tomcat) {
        this.load = load;
        this.http = http;
        this.problems = problems;
        this.shutdown = shutdown;
        this.tomcat = tomcat;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.setProtocol(ServerConnections.Protocol.class.getName());
        factory.addConnectorCustomizers(this::bound);
        factory.addEngineValves(new RequestAdmission(load, http, problems, shutdown, timer));
    }

    /** Bounds the server of the management port likewise: it has no settings of its own for its connections. */
    void customizeManagement(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof ServerConnections.Protocol protocol) {
                protocol.setMaxConnections(tomcat.getMaxConnections());
                Duration timeout = tomcat.getConnectionTimeout();
                if (timeout != null) {
                    protocol.setConnectionTimeout(Math.toIntExact(timeout.toMillis()));
                }
            }
        });
        customize(factory);
    }

    /** Each connection can have a thread, for as long as its body is waited for, and another that ends it when it was silent for too long. */
    private void bound(Connector connector) {
        // Refused by a filter, without Tomcat's list of methods that no path has
        connector.setAllowTrace(true);
        if (connector.getProtocolHandler() instanceof ServerConnections.Protocol protocol) {
            load.requireConnections(protocol.getMaxConnections());
            protocol.setMaxThreads(2 * protocol.getMaxConnections());
            protocol.bound(load.connectionsPerCaller(), load.headTime(), timer);
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout(protocol.getConnectionTimeout());
            protocol.setContinueResponseTiming("onRead");
            shutdown.add(protocol);
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "slow-callers");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }
}
