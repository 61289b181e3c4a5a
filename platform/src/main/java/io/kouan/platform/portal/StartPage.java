package io.kouan.platform.portal;

import io.kouan.platform.accounts.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where signing in leads: to the place where the person's next step is. */
@Controller
@Requires(function = "own_account")
class StartPage {

    private final Workplaces workplaces;

    StartPage(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    @GetMapping("/start")
    String go(Viewer viewer) {
        return "redirect:" + workplaces.first(viewer);
    }
}
