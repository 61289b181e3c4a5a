package io.kouan.platform.portal;

import io.kouan.platform.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server on a database of its own; shared by all tests of the pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
abstract class PortalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("kouan.home", () -> "target/portal-home");
        properties.add("kouan.db.url", DATABASE::url);
        properties.add("kouan.db.user", DATABASE::user);
        properties.add("kouan.db.password", DATABASE::password);
    }
}
