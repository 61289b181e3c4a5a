package io.kouan.platform.exchange;

import io.kouan.platform.transmission.Channel;
import io.kouan.platform.transmission.Channels;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Which channel a request comes from: {@code Authorization: Bearer <API key>}. */
@Component
class Credentials {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 200;

    private final Channels channels;

    Credentials(Channels channels) {
        this.channels = channels;
    }

    /** What came of looking at a request's credential. */
    sealed interface Sender {

        record Known(Channel channel) implements Sender {}

        record Unknown(Problem problem) implements Sender {}
    }

    Sender of(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Sender.Unknown(Problem.of(401, ExchangeCode.CREDENTIAL_MISSING));
        }
        var key = header.substring(SCHEME.length()).strip();
        if (key.length() > LONGEST_KEY) {
            return new Sender.Unknown(Problem.of(401, ExchangeCode.CREDENTIAL_UNKNOWN));
        }
        try {
            return channels.authenticate(key)
                    .<Sender>map(Sender.Known::new)
                    .orElseGet(() -> new Sender.Unknown(Problem.of(401, ExchangeCode.CREDENTIAL_UNKNOWN)));
        } catch (DataAccessException | TransactionException away) {
            return new Sender.Unknown(
                    Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2));
        }
    }
}
