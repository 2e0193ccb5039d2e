package io.quanyi.release.publish.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells whether the client of a request has closed its connection: servlets learn that only by writing, and long work writes nothing
 * until it is done.
 */
final class ClientConnection {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    /** An input that has ended, or failed, counts as one byte, which whoever reads it finds to be the end. */
    private static final int ENDED = 1;

    private final org.apache.coyote.@Nullable Request request;

    private ClientConnection(org.apache.coyote.@Nullable Request request) {
        this.request = request;
    }

    /** The connection of a request. */
    static ClientConnection of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ClientConnection connection
                ? connection
                : new ClientConnection(null);
    }

    /**
     * Whether it is closed, as far as is known: a client that has sent more than its request is taken to wait. Asked on the thread of the
     * request only, when its body has been read.
     */
    boolean isClosed() {
        if (request == null) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == ENDED;
    }

    /** Notes the connection of each request. */
    static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new ClientConnection(request.getCoyoteRequest()));
            getNext().invoke(request, response);
        }
    }

    /** Puts the valve where every request passes. */
    @Component
    static class Installation implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new Valve()));
        }
    }
}
