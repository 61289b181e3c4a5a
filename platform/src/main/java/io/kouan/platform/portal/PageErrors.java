package io.kouan.platform.portal;

import io.kouan.platform.accounts.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong on a page is answered with a page; the API answers with problem documents of its own. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    private final PageFrame frame;

    PageErrors(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(produces = "text/html")
    ModelAndView refused(ResponseStatusException refusal, HttpServletRequest request, HttpServletResponse response) {
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        var page = page(refusal.getStatusCode(), request);
        if (refusal instanceof TooManyRequests tooMany) {
            page.addObject("wait", tooMany.minutes());
        }
        return page;
    }

    @ExceptionHandler(produces = "text/html")
    ModelAndView missing(NoResourceFoundException missing, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler(produces = "text/html")
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE, request);
    }

    private ModelAndView page(HttpStatusCode status, HttpServletRequest request) {
        var page = new ModelAndView("error", Map.of("status", status.value()));
        page.setStatus(status);
        frame.put(page, request);
        return page;
    }
}
