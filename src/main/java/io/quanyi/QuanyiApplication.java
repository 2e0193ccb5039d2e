package io.quanyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class QuanyiApplication {

    public static void main(String[] args) {
        SpringApplication.run(QuanyiApplication.class, args);
    }
}
