package io.kouan.platform.filing;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of each entry, for visitors too: what it is, which offices decide, and how to get in. */
@Controller
class EntryHomePages {

    private final CurrentActor current;

    EntryHomePages(CurrentActor current) {
        this.current = current;
    }

    /**
     * An office as the page names it.
     *
     * @param paper whether it asks for the written application
     */
    public record Office(String code, String name, boolean paper) {}

    @GetMapping("/customs-entry")
    String customs(HttpServletRequest request, Model model) {
        var language = language();
        var offices = PortProfile.current().customsOffices().stream()
                .map(office -> new Office(
                        office.code(),
                        language == Language.ZH ? office.nameZh() : office.nameEn(),
                        office.writtenApplication()))
                .toList();
        return home(Entry.CUSTOMS, Role.KJ_CUS_USER, offices, request, model);
    }

    @GetMapping("/inspection-entry")
    String inspection(HttpServletRequest request, Model model) {
        var language = language();
        var offices = PortProfile.current().inspectionOffices().stream()
                .map(office ->
                        new Office(office.code(), language == Language.ZH ? office.nameZh() : office.nameEn(), false))
                .toList();
        return home(Entry.INSPECTION, Role.KJ_CIQ_USER, offices, request, model);
    }

    private String home(Entry entry, Role role, List<Office> offices, HttpServletRequest request, Model model) {
        Optional<Actor> actor = current.of(request);
        entry.entrance().put(model, "home");
        model.addAttribute("offices", offices);
        model.addAttribute("signedIn", actor.isPresent());
        model.addAttribute("mayFile", actor.filter(it -> it.has(role.name())).isPresent());
        return "entry-home";
    }

    private static Language language() {
        return Locale.ENGLISH
                        .getLanguage()
                        .equals(LocaleContextHolder.getLocale().getLanguage())
                ? Language.EN
                : Language.ZH;
    }
}
