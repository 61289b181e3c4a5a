package io.kouan.platform.portal;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.database.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server in sandbox mode on a database of its own; shared by all tests of the pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
abstract class PortalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    /** Another port has another home: its keys carry its name. */
    private static final Path HOME =
            Path.of("target/portal-home-" + PortProfile.current().id()).toAbsolutePath();

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("kouan.home", HOME::toString);
        properties.add("kouan.db.url", DATABASE::url);
        properties.add("kouan.db.user", DATABASE::user);
        properties.add("kouan.db.password", DATABASE::password);
    }

    @BeforeEach
    void forgetFailures() {
        db.sql("delete from sign_in_failure").update();
    }

    /** The sandbox as this server drew it. */
    SandboxWorld sandbox() {
        return new SandboxWorld(HOME, port, db);
    }
}
