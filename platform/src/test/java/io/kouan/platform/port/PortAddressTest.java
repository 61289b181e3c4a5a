package io.kouan.platform.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PortAddressTest {

    @Test
    void theConfiguredAddressStandsInLinks() {
        assertThat(with("kouan.public-url", "https://port.example.org/").of("/verify"))
                .isEqualTo("https://port.example.org/verify");
    }

    @Test
    void withoutOneItIsTheListenersOwn() {
        assertThat(with("server.port", "8123").of("/verify")).isEqualTo("http://localhost:8123/verify");
        assertThat(with("local.server.port", "40123").of("/verify")).isEqualTo("http://localhost:40123/verify");
        assertThat(with("server.ssl.bundle", "port").of("/verify")).isEqualTo("https://localhost:8080/verify");
    }

    @Test
    void aBrowserOnThisMachineIsAskedAtItsOwnAddressAndAnyOtherAtThePortsOwn() {
        var address = with("kouan.public-url", "https://port.example.org/kouan");

        assertThat(address.origin("http://127.0.0.1:8080")).isEqualTo("http://127.0.0.1:8080");
        assertThat(address.origin("https://port.example.org")).isEqualTo("https://port.example.org");
        assertThat(address.origin("https://evil.example")).isEqualTo("https://port.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"port.example.org", "ftp://port.example.org", "https://a@port.example.org", "https://x/?q=1"})
    void whatIsNoAddressStopsTheStart(String url) {
        assertThatThrownBy(() -> with("kouan.public-url", url)).hasMessageContaining("KOUAN_PUBLIC_URL");
    }

    private static PortAddress with(String key, String value) {
        return new PortAddress(new MockEnvironment().withProperty(key, value));
    }
}
