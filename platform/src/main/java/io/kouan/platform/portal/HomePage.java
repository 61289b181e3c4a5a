package io.kouan.platform.portal;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.content.Bulletin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door (首页) and the customer service page (客户服务), open to everybody. */
@Controller
class HomePage {

    private final PortProfile port;
    private final Bulletin bulletin;
    private final Viewers viewers;
    private final Workplaces workplaces;

    HomePage(PortProfile port, Bulletin bulletin, Viewers viewers, Workplaces workplaces) {
        this.port = port;
        this.bulletin = bulletin;
        this.viewers = viewers;
        this.workplaces = workplaces;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model page) {
        fill(request, page);
        page.addAttribute("qr", QrCode.of("https://" + port.site() + "/"));
        return "home";
    }

    @GetMapping("/service")
    String service(HttpServletRequest request, Model page) {
        fill(request, page);
        return "service";
    }

    private void fill(HttpServletRequest request, Model page) {
        page.addAttribute("notices", bulletin.newestNotices());
        page.addAttribute("downloads", bulletin.forWhoeverJoins());
        viewers.find(request).ifPresent(viewer -> page.addAttribute("next", workplaces.first(viewer)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPages frontDoor() {
            return PublicPages.of("/", "/service", "/contacts");
        }
    }
}
