package io.kouan.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The port's server. */
@SpringBootApplication
public class Kouan {

    public static void main(String[] args) {
        SpringApplication.run(Kouan.class, args);
    }
}
