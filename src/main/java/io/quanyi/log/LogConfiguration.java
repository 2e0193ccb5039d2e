package io.quanyi.log;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of this package to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
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
