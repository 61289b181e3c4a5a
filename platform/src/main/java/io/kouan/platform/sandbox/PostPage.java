package io.kouan.platform.sandbox;

import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.post.CaughtLetter;
import io.kouan.platform.post.CaughtLetters;
import io.kouan.platform.post.ReplyAddresses;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The sandbox's letter box (沙箱收件箱): the mails and SMS that nobody got, for everybody to read, so that somebody who tries a registration
 * finds the code. There is no such page outside the sandbox.
 */
@Controller
@ConditionalOnProperty(name = "kouan.sandbox", havingValue = "true", matchIfMissing = true)
class PostPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    private final CaughtLetters letters;
    private final ReplyAddresses answers;

    PostPage(CaughtLetters letters, ReplyAddresses answers) {
        this.letters = letters;
        this.answers = answers;
    }

    /** A letter as the page shows it. */
    public record Row(CaughtLetter letter, String time) {}

    @GetMapping("/sandbox/post")
    String show(Model model) {
        model.addAttribute(
                "letters",
                letters.newest().stream()
                        .map(letter -> new Row(letter, TIME.format(letter.at())))
                        .toList());
        model.addAttribute("answers", answers.isOpen());
        return "sandbox-post";
    }

    /** Open as long as the page is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "kouan.sandbox", havingValue = "true", matchIfMissing = true)
    static class Open {

        @Bean
        PublicPages sandboxPost() {
            return PublicPages.of("/sandbox/post");
        }
    }
}
