package io.kouan.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.post.Letter;
import io.kouan.platform.post.Post;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PostPageTest {

    @Test
    void inTheSandboxSomebodyWithoutAccountCanReadTheirCode() {
        var port = TestPort.shared();
        port.bean(Post.class).send(Letter.sms("13800001234", "您的验证码是 482913，5分钟内有效。<b>"));

        await().until(() -> page(port).body().contains("482913"));

        assertThat(page(port).body()).contains("13800001234", "&lt;b&gt;");
        assertThat(port.count("letter", "text like '%482913%' or receiver = '13800001234'"))
                .isZero();
    }

    @Test
    void outsideTheSandboxThereIsNoSuchPage() {
        new ApplicationContextRunner()
                .withUserConfiguration(PostPage.class, PostPage.Open.class)
                .withPropertyValues("kouan.sandbox=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(PostPage.class)
                        .doesNotHaveBean(PublicPages.class));
    }

    private static HttpResponse<String> page(TestPort port) {
        return port.exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port.port() + "/sandbox/post"))
                .build());
    }
}
