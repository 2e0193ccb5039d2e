package io.quanyi.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers requests that Tomcat refuses before it has found the application with a problem document: a broken request line, too large a header. */
final class ProblemValve extends ErrorReportValve {

    private final ProblemWriter writer;

    ProblemValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(request, response.getResponse(), response.getStatus());
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("nobody to tell", e);
        }
    }

    /** Puts the valve where Tomcat's own would stand. */
    @Component
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class Installation implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        private final ProblemWriter writer;

        Installation(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(ProblemValve.class.getName());
                host.getPipeline().addValve(new ProblemValve(writer));
            });
        }
    }
}
