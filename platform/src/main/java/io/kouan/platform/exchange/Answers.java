package io.kouan.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes problem documents. */
final class Answers {

    private Answers() {}

    static void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var json = problem.json(Problem.language(Optional.ofNullable(request.getHeader("Accept-Language"))));
        response.setStatus(problem.status());
        response.setContentType(Problem.CONTENT_TYPE);
        response.setContentLength(json.length);
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        problem.retryAfter().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
        response.getOutputStream().write(json);
    }
}
