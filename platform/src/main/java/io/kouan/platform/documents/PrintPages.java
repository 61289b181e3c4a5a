package io.kouan.platform.documents;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Prints from a record's page. A print is registered, so it is asked for by POST. */
@Controller
@Requires(function = "record_files")
@RequestMapping("/records/{id:\\d{1,18}}/prints")
class PrintPages {

    private final Prints prints;
    private final FormCatalogue catalogue;
    private final PortAddress address;

    PrintPages(Prints prints, FormCatalogue catalogue, PortAddress address) {
        this.prints = prints;
        this.catalogue = catalogue;
        this.address = address;
    }

    @PostMapping("/{document:[A-Z0-9-]{1,20}}/{format:pdf|docx|xls}")
    Object print(Actor actor, @PathVariable long id, @PathVariable String document, @PathVariable String format) {
        var kind = Format.valueOf(format.toUpperCase(Locale.ROOT));
        return switch (prints.print(document, id, kind, address.of("/verify"), actor)) {
            case Printed.Done done -> answer(done);
            case Printed.Refused(var fault) -> refused(fault);
        };
    }

    /** A PDF opens in the browser, everything else is saved; neither may do anything in our name. */
    private static ResponseEntity<byte[]> answer(Printed.Done done) {
        boolean shown = done.mediaType().equals(Format.PDF.mediaType());
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(done.mediaType()))
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(done.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(done.content());
    }

    private ModelAndView refused(Fault fault) {
        if (fault.message().equals("ERR_FORBIDDEN")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var page = new ModelAndView("print-refused");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("text", text(fault));
        return page;
    }

    private String text(Fault fault) {
        boolean english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        var values = new HashMap<String, String>();
        fault.values().forEach((name, value) -> {
            if (name.endsWith(".en") == english) {
                values.put(english ? name.substring(0, name.length() - 3) : name, value);
            }
        });
        var text = catalogue.message(fault.message()).in(english ? Language.EN : Language.ZH);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
