package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Language;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The message specification (报文规范), drawn from the same dictionary that the reader and the linter use. */
@Controller
class MessageReferencePage {

    private final Catalogue catalogue = Catalogue.standard();

    @GetMapping("/docs/messages")
    String list(Model page) {
        page.addAttribute("groups", TypeView.groups(catalogue, PageFrame.language()));
        return "reference";
    }

    @GetMapping("/docs/messages/{id}")
    String one(@PathVariable String id, Model page) {
        Language language = PageFrame.language();
        var type = catalogue
                .find(id.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("type", TypeView.of(type, language));
        page.addAttribute("entities", EntityView.of(type, language));
        return "reference-type";
    }
}
