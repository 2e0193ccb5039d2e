package io.quanyi;

import io.quanyi.process.FatalErrors;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the decision service, a Spring Boot application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuanyiApplication {

    /** Starts it; ends with all faults listed if the rules do not hold, and at once if memory does not suffice. */
    public static void main(String[] args) {
        FatalErrors.endOnUncaught();
        try {
            SpringApplication.run(QuanyiApplication.class, args);
        } catch (Error e) {
            FatalErrors.endIfFatal(e);
            throw e;
        }
    }

    /** The only clock there is: it says what "now" is for a question that names no instant. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
