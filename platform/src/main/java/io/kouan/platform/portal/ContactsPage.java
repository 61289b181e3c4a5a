package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom to call about what (联系我们, handbook 2.9). */
@Controller
class ContactsPage {

    private final PortProfile port;

    ContactsPage(PortProfile port) {
        this.port = port;
    }

    /**
     * A desk and its number.
     *
     * @param phone empty where the handbook names none
     * @param dial what a phone dials
     */
    public record Line(String name, String phone, String dial, List<String> forms) {

        static Line of(PortProfile.Contact contact, Language language) {
            var phone = contact.phone();
            return new Line(contact.name(language), phone.in(language), phone.dial(), contact.forms());
        }
    }

    @GetMapping("/contacts")
    String show(Model page) {
        var language = PageFrame.language();
        page.addAttribute(
                "contacts",
                port.contacts().stream()
                        .map(contact -> Line.of(contact, language))
                        .toList());
        return "contacts";
    }
}
