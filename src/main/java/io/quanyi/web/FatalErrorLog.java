package io.quanyi.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.quanyi.process.FatalErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the process when a fatal error is logged by any code. Tomcat, Spring and executors catch errors in many places and go on; all of them
 * log the errors that they catch, and this filter sees them at every log level.
 */
final class FatalErrorLog extends TurboFilter {

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        FatalErrors.endIfFatal(failure);
        if (arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable last) {
            FatalErrors.endIfFatal(last);
        }
        return FilterReply.NEUTRAL;
    }

    /** Watches the log and all threads from the moment on when the server is made; not where there is none, as in the command line. */
    @Component
    static class Installation implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

        @Override
        public void customize(ConfigurableServletWebServerFactory factory) {
            FatalErrors.endOnUncaught();
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                context.getTurboFilterList().removeIf(FatalErrorLog.class::isInstance);
                context.addTurboFilter(new FatalErrorLog());
            }
        }
    }
}
