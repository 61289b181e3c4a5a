package io.kouan.platform.portal;

import io.kouan.platform.identity.SignInBox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form to sign in with (登录); in the sandbox it lists the demo accounts. */
@Controller
class SignInPage {

    private final DemoAccounts demo;
    private final Viewers viewers;
    private final SignInBox box;

    SignInPage(DemoAccounts demo, Viewers viewers, SignInBox box) {
        this.demo = demo;
        this.viewers = viewers;
        this.box = box;
    }

    @GetMapping("/signin")
    String show(@RequestParam Map<String, String> why, HttpServletRequest request, Model page) {
        if (viewers.find(request).isPresent()) {
            return "redirect:/start";
        }
        page.addAttribute("box", box.after(why));
        page.addAttribute("demo", demo.in(PageFrame.language()));
        return "signin";
    }
}
