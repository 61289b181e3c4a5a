package io.kouan.platform.forms.page;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What fits the beginning of a code or name, for fields with thousands of options. */
@Controller
class OptionPages {

    private static final int MOST = 20;

    private final FormCatalogue catalogue;
    private final Clock clock;

    OptionPages(FormCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/forms/options/{list:[a-z_]+}")
    String search(@PathVariable String list, @RequestParam(defaultValue = "") String q, Model model) {
        if (!catalogue.hasOptions(list)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var language = Tongue.now();
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        var wanted = q.length() > 60 ? q.substring(0, 60) : q;
        model.addAttribute(
                "options",
                catalogue.options(list).search(wanted, today, MOST).stream()
                        .map(option -> new FieldView.Choice(
                                option.code(), option.label().in(language), false))
                        .toList());
        return "form-parts :: options";
    }
}
