package io.kouan.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in the API's controllers, told as problem documents. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {LintApi.class, MessagesApi.class, PortApi.class, ReceiptsApi.class})
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    void refused(RefusedRequest refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.send(refused.problem(), request, response);
    }

    @ExceptionHandler
    void mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = Map.of("parameter", mistyped.getName(), "expected", "0, 1, 2 …");
        Answers.send(Problem.of(400, ExchangeCode.BAD_PARAMETER, values), request, response);
    }

    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = Map.of("parameter", "body", "expected", "JSON");
        Answers.send(Problem.of(400, ExchangeCode.BAD_PARAMETER, values), request, response);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void away(Exception away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn(
                "event=database-away path={} reason={}",
                request.getRequestURI(),
                away.getClass().getSimpleName());
        Answers.send(Problem.of(503, ExchangeCode.DATABASE_AWAY).retryAfter(2), request, response);
    }
}
