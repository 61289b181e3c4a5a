package io.kouan.platform.filing;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.EntryParts;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 打印书面申请: the letter as a page to be printed, with room for the company seal. */
@Controller
@Requires(function = "customs_portal_filing", right = Right.PRINT)
class LetterPage {

    private final EntryParts parts;
    private final FormCatalogue catalogue;
    private final Clock clock;

    LetterPage(EntryParts parts, FormCatalogue catalogue, Clock clock) {
        this.parts = parts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/customs-entry/filings/{id:\\d{1,18}}/letter")
    String show(Actor actor, @PathVariable long id, Model model) {
        var record = parts.own(Entry.CUSTOMS.entrance(), id, actor);
        if (!parts.mayPrint("print_letter", record, actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var letter = WrittenApplication.of(record.answers(), catalogue, clock.instant());
        Entry.CUSTOMS.entrance().put(model, "filings");
        model.addAttribute("letter", letter);
        model.addAttribute("number", record.number().orElse(""));
        model.addAttribute("id", id);
        model.addAttribute("draft", record.submittedAt().isEmpty());
        model.addAttribute("english", isEnglish());
        model.addAttribute("missing", letter.isComplete() ? "" : missing(letter));
        return "entry-letter";
    }

    private String missing(WrittenApplication letter) {
        boolean english = isEnglish();
        var names = letter.missing().stream()
                .map(label -> english ? label.en() : label.zh())
                .toList();
        var values = Map.of("items", String.join(english ? ", " : "、", names));
        var text = catalogue.message("ERR_WRITTEN_APPLICATION_CONTENT");
        return (english ? text.en() : text.zh()).replace("{items}", values.get("items"));
    }

    private static boolean isEnglish() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
