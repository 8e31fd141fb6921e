package io.cupel.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication(proxyBeanMethods = false)
public class CupelApp {
    /** Starts the server. */
    public static void main(String[] arguments) {
        SpringApplication.run(CupelApp.class, arguments);
    }
}
