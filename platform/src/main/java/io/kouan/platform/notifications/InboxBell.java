package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells every page how many notifications its reader has not read: the bell in the header. */
@Component
class InboxBell implements HandlerInterceptor, WebMvcConfigurer {

    private final Inbox inbox;
    private final CurrentActor current;

    InboxBell(Inbox inbox, CurrentActor current) {
        this.inbox = inbox;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        current.of(request)
                .map(Actor::login)
                .ifPresent(login -> page.addObject("unreadNotifications", inbox.unread(login)));
    }
}
