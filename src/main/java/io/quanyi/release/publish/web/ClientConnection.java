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
 * The connection of a request. It tells whether the client has closed it, which servlets only learn by writing, and
 * long work writes nothing until its end.
 */
public final class ClientConnection {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    /** An input at its end, or failed, counts as one available byte, whose reading gives the end. */
    private static final int ENDED = 1;

    private final org.apache.coyote.@Nullable Request request;

    private ClientConnection(org.apache.coyote.@Nullable Request request) {
        this.request = request;
    }

    /** The connection of a request. */
    public static ClientConnection of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ClientConnection connection
                ? connection
                : new ClientConnection(null);
    }

    /**
     * Whether the client has closed it. A client that sent more than its request counts as waiting. Call it on the
     * thread of the request, after the body was read.
     */
    public boolean isClosed() {
        if (request == null) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == ENDED;
    }

    /** Stores the connection of each request in an attribute. */
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

    /** Installs the valve for all requests. */
    @Component
    static class Installation implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new Valve()));
        }
    }
}
