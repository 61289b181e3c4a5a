package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame around every page needs, error pages included: language, its switch, viewer, sandbox banner. */
@Component
class PageFrame implements HandlerInterceptor {

    private final Viewers viewers;
    private final boolean sandbox;

    PageFrame(Viewers viewers, @Value("${kouan.sandbox:true}") boolean sandbox) {
        this.viewers = viewers;
        this.sandbox = sandbox;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        put(page, request);
    }

    /** Puts it into the model; for pages that are made outside a controller. */
    void put(ModelAndView page, HttpServletRequest request) {
        var language = language();
        page.addObject("lang", language);
        page.addObject("htmlLang", language == Language.ZH ? "zh-CN" : "en");
        page.addObject("otherLanguage", otherLanguage(request, language));
        page.addObject("sandbox", sandbox);
        viewers.find(request).ifPresent(viewer -> page.addObject("viewer", viewer));
    }

    /** The language of this request: English where asked for, else Chinese. */
    static Language language() {
        return Locale.ENGLISH
                        .getLanguage()
                        .equals(LocaleContextHolder.getLocale().getLanguage())
                ? Language.EN
                : Language.ZH;
    }

    /** The same page in the other language; what was posted is not repeated. */
    private static String otherLanguage(HttpServletRequest request, Language now) {
        var uri = UriComponentsBuilder.fromPath(request.getRequestURI());
        if ("GET".equals(request.getMethod())) {
            uri.query(request.getQueryString());
        }
        return uri.replaceQueryParam("lang", now == Language.ZH ? "en" : "zh")
                .build()
                .toUriString();
    }
}
