package io.kouan.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each package below the application is a module: nobody reaches into another, and nothing goes in a circle. */
class ModularityTests {

    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(Kouan.class).verify();
    }
}
