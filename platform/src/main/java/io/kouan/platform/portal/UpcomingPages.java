package io.kouan.platform.portal;

import io.kouan.platform.accounts.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the menus lead to before its room is there: says what will come, and which step comes first. A room that opens takes its
 * address over by mapping it, since an exact path goes before a pattern.
 */
@Controller
class UpcomingPages {

    private static final String ROOMS = "service-desk";

    @GetMapping("/{room:" + ROOMS + "}")
    String show(@PathVariable String room, Model page) {
        page.addAttribute("room", room);
        return "upcoming";
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPages upcomingAddresses() {
            return PublicPages.of("/service-desk");
        }
    }
}
