package io.kouan.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The port's server. Rooms name their types for themselves, so what Spring knows them by is the whole name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Kouan {

    public static void main(String[] args) {
        SpringApplication.run(Kouan.class, args);
    }
}
