package io.kouan.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever signed in with a password that has to be changed changes it before anything else (ERR_PASSWORD_CHANGE_REQUIRED). */
@Component
class PasswordFirst implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PAGE = "/account/password";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .excludePathPatterns(PAGE, "/error", "/assets/**", "/vendor/**", "/webjars/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(SignedIn.CHANGE_PASSWORD) == null) {
            return true;
        }
        response.sendRedirect(request.getContextPath() + PAGE);
        return false;
    }
}
