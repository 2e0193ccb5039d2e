package io.quanyi;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class QuanyiApplication {

    /** Starts it; ends with all faults listed if the rules do not hold. */
    public static void main(String[] args) {
        SpringApplication.run(QuanyiApplication.class, args);
    }

    /** The only clock there is: it says what "now" is for a question that names no instant. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
