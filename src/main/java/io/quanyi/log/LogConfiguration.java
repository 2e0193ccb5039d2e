package io.quanyi.log;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that bound the lines of the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    RequestLines requestLines(LogProperties properties, Clock clock) {
        return new RequestLines(properties, clock);
    }

    @Bean
    RequestLinesReport requestLinesReport(RequestLines lines) {
        return new RequestLinesReport(lines);
    }
}
