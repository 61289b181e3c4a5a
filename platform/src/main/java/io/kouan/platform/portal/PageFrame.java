package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
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

/** What the frame around every page needs, error pages included: the port, language and its switch, viewer, workplaces, sandbox banner. */
@Component
class PageFrame implements HandlerInterceptor {

    private final Viewers viewers;
    private final Workplaces workplaces;
    private final PortProfile port;
    private final FormCatalogue catalogue;
    private final boolean sandbox;
    private final boolean plainOnLoopback;

    PageFrame(
            Viewers viewers,
            Workplaces workplaces,
            PortProfile port,
            FormCatalogue catalogue,
            @Value("${kouan.sandbox:true}") boolean sandbox,
            @Value("${kouan.transport.plain-on-loopback:true}") boolean plainOnLoopback) {
        this.viewers = viewers;
        this.workplaces = workplaces;
        this.port = port;
        this.catalogue = catalogue;
        this.sandbox = sandbox;
        this.plainOnLoopback = plainOnLoopback;
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
        page.addObject("plainOnLoopback", plainOnLoopback);
        page.addObject("port", port.in(language));
        if (BrowserHint.isDue(request.getHeader("User-Agent"))) {
            page.addObject("browserHint", catalogue.message("WARN_BROWSER").in(language));
        }
        var path = request.getRequestURI();
        viewers.find(request).ifPresent(viewer -> {
            page.addObject("viewer", viewer);
            page.addObject(
                    "workplaces",
                    workplaces.of(viewer).stream()
                            .map(place -> new Place(place.path(), place.text(), isBelow(path, place.path())))
                            .toList());
        });
    }

    /** A workplace as the bar shows it. */
    public record Place(String path, String text, boolean current) {}

    private static boolean isBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
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
