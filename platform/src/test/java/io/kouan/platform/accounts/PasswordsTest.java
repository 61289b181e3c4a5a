package io.kouan.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    private final PasswordEncoder encoder = new Passwords().passwordEncoder();

    @Test
    void aPasswordFitsItsHashOnly() {
        var hash = encoder.encode("Kouan-2026");
        assertThat(hash).startsWith("{argon2}");
        assertThat(encoder.matches("Kouan-2026", hash)).isTrue();
        assertThat(encoder.matches("Kouan-2027", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "", "none", "{unknown}x"})
    void whoHasNoPasswordHereIsRefusedLikeAnybodyWithAWrongOne(String stored) {
        assertThat(encoder.matches("Kouan-2026", stored)).isFalse();
        assertThat(encoder.matches("-", stored)).isFalse();
        assertThat(encoder.matches("", stored)).isFalse();
    }
}
