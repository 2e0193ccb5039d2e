package io.quanyi.log;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that bound the lines of the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    RequestLogLimit requestLines(LogProperties properties, Clock clock) {
        return new RequestLogLimit(properties, clock);
    }

    @Bean
    RequestLogReport requestLinesReport(RequestLogLimit lines) {
        return new RequestLogReport(lines);
    }
}
