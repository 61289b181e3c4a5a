package io.kouan.platform.portal;

import io.kouan.platform.Kouan;
import io.kouan.platform.database.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Runs the server on invented rows and on the templates of the source tree, for looking at pages while writing them. */
final class Preview {

    private Preview() {}

    public static void main(String[] args) {
        var database = TestDatabase.fresh();
        var server = SpringApplication.run(
                Kouan.class,
                "--kouan.home=target/preview",
                "--kouan.port=18080",
                "--kouan.db.url=" + database.url(),
                "--kouan.db.user=" + database.user(),
                "--kouan.db.password=" + database.password(),
                "--spring.thymeleaf.cache=false",
                "--spring.thymeleaf.prefix=file:src/main/resources/templates/",
                "--spring.web.resources.chain.cache=false",
                "--spring.web.resources.static-locations=file:src/main/resources/static/,classpath:/META-INF/resources/");
        Fixture.people(server.getBean(JdbcClient.class), server.getBean(PasswordEncoder.class))
                .chains(60);
    }
}
