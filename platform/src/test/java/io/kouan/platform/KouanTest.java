package io.kouan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class KouanTest {
    @TempDir
    Path folder;

    @Test
    void starts() throws Exception {
        var database = TestDatabase.fresh();
        try (var context = SpringApplication.run(
                Kouan.class,
                "--kouan.home=" + folder,
                "--kouan.db.url=" + database.url(),
                "--kouan.db.user=" + database.user(),
                "--kouan.db.password=" + database.password(),
                "--server.port=0")) {
            var port = context.getEnvironment().getProperty("local.server.port");
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("UP");
        }
    }
}
