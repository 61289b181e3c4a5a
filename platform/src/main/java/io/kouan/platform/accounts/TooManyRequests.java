package io.kouan.platform.accounts;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address has asked too often and has to wait (429): said as a page, and to programs as {@code Retry-After}. */
public class TooManyRequests extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyRequests(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS);
        this.wait = wait;
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return headers;
    }

    /** How long to wait, in whole minutes. */
    public long minutes() {
        return Math.max(1, (wait.toSeconds() + 59) / 60);
    }
}
