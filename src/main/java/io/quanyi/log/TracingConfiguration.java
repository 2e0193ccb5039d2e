package io.quanyi.log;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.StatusCode;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** The beans that keep traces to what may leave the service: a span for each request, and one for each decision, without a word of a caller. */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingSwitch.class)
class TracingConfiguration {

    @Bean
    static BeanFactoryPostProcessor tracingSettings(Environment environment) {
        return beans -> TracingSettings.check(environment);
    }

    /** Leaves out the steps of access control. */
    @Bean
    SpanExportingPredicate spansOfRequestsAndDecisions() {
        return span -> span.getKind() == Span.Kind.SERVER || DecisionSpans.NAME.equals(span.getName());
    }

    /** Names a request by the pattern of its path. The path itself is a word of its caller. */
    @Bean
    ServerRequestObservationConvention requestsByPattern() {
        return new DefaultServerRequestObservationConvention() {

            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }

    /** Marks the span of a request that failed. The message of an exception, which may quote the request, stays in the log. */
    @Bean
    @Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
    PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> spansOfRequests(
            Tracer tracer, Propagator propagator) {
        return new PropagatingReceiverTracingObservationHandler<>(tracer, propagator) {

            @Override
            public void onError(ReceiverContext<?> context) {
                OtelSpan.toOtel(getRequiredSpan(context)).setStatus(StatusCode.ERROR);
            }
        };
    }
}
