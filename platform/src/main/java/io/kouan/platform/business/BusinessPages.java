package io.kouan.platform.business;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Entrance;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.transmission.BusinessTypes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 9610进口, 9610出口, 1210进口, 1210出口 of both entries; closed to whoever does not hold the role, also where the address is known (H-151). */
@Controller
@Requires(function = "business_menus", right = Right.READ)
class BusinessPages {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final BusinessTypes businessTypes;
    private final FormCatalogue messages;
    private final List<Entrance> entrances;
    private final AuditLog audit;

    BusinessPages(BusinessTypes businessTypes, FormCatalogue messages, List<Entrance> entrances, AuditLog audit) {
        this.businessTypes = businessTypes;
        this.messages = messages;
        this.entrances = List.copyOf(entrances);
        this.audit = audit;
    }

    @GetMapping({"/customs-entry/business/{type:[0-9a-z-]{1,20}}", "/inspection-entry/business/{type:[0-9a-z-]{1,20}}"})
    String show(
            Actor actor,
            @PathVariable String type,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var path = request.getRequestURI().startsWith("/customs-entry/") ? "/customs-entry" : "/inspection-entry";
        var place = BusinessMenus.place(path).orElseThrow();
        var wanted = BusinessMenus.type(type).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        entrances.stream()
                .filter(entrance -> entrance.path().equals(path))
                .findFirst()
                .orElseThrow()
                .put(model, type);
        model.addAttribute("type", type);
        model.addAttribute("mayFile", actor.has(place.role().name()));
        var opened = actor.has(place.role().name()) && actor.enterprise().isPresent()
                ? businessTypes.opening(actor.enterprise().getAsLong(), place.realm(), wanted)
                : Optional.<BusinessTypes.Opening>empty();
        if (opened.isEmpty()) {
            audit.write(AuditEntry.refused(
                    actor.login(), actor.name(), "", "business-type", type, "call", "ERR_ROLE_NOT_OPEN"));
            response.setStatus(HttpStatus.FORBIDDEN.value());
            var refusal = messages.message("ERR_ROLE_NOT_OPEN");
            model.addAttribute("refusal", isEnglish() ? refusal.en() : refusal.zh());
            return "business";
        }
        model.addAttribute("since", MINUTES.format(opened.get().at()));
        model.addAttribute("ticket", opened.get().ticket());
        return "business";
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
