package io.kouan.platform.accounts;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are stored (ADR 11): Argon2id with 19 MiB and two passes. A hash names its own method, so that the method can change:
 * what is stored in an older way is stored anew when its owner signs in.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        var encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", argon2, "bcrypt", new BCryptPasswordEncoder()));
        encoder.setDefaultPasswordEncoderForMatches(new NoPassword(argon2));
        return encoder;
    }

    /**
     * For those who have no password here, such as somebody who signs in elsewhere: what stands in its place is no hash and fits
     * nothing, and to try takes as long as with all others.
     */
    private record NoPassword(PasswordEncoder usual, String hashOfNobody) implements PasswordEncoder {

        NoPassword(PasswordEncoder usual) {
            this(usual, usual.encode(UUID.randomUUID().toString()));
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            throw new UnsupportedOperationException("passwords are stored in the usual way");
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
            usual.matches(password, hashOfNobody);
            return false;
        }
    }
}
