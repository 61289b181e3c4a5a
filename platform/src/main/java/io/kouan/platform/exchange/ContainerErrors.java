package io.kouan.platform.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells as problem documents what the container refuses by itself under the API, a broken upload above all: there the
 * container takes the answer out of the door's hands.
 */
final class ContainerErrors extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/v1/")
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            var exception = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            Answers.send(Problem.of(status, code(status, exception instanceof IOException)), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static ExchangeCode code(int status, boolean isUploadBroken) {
        if (status >= 500) {
            return ExchangeCode.OUR_FAULT;
        }
        return isUploadBroken ? ExchangeCode.BODY_TRUNCATED : ExchangeCode.NO_SUCH_ENDPOINT;
    }
}
