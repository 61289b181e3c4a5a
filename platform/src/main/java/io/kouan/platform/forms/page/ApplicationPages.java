package io.kouan.platform.forms.page;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.Applications;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition.Realm;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 查询打印: the applications of the own enterprise that the reader has to do with, whatever the business. */
@Controller
@Requires(function = "forms", right = Right.READ)
class ApplicationPages {

    private final FormCatalogue catalogue;
    private final Applications applications;
    private final EnterpriseProfiles enterprises;
    private final Forms forms;

    ApplicationPages(FormCatalogue catalogue, Applications applications, EnterpriseProfiles enterprises, Forms forms) {
        this.forms = forms;
        this.catalogue = catalogue;
        this.applications = applications;
        this.enterprises = enterprises;
    }

    @GetMapping("/records")
    String list(Actor actor, @RequestParam MultiValueMap<String, String> sent, Model model) {
        long enterprise = actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        var businesses = catalogue.forms().stream()
                .filter(form -> form.realm() == Realm.SW && !form.states().isEmpty())
                .toList();
        var wanted = ApplicationsView.wanted(sent, Optional.empty());
        var found = applications.of(enterprise, wanted).stream()
                .filter(application -> forms.concerns(application.form(), actor))
                .toList();
        model.addAttribute("enterprise", enterprises.of(enterprise).nameZh());
        model.addAttribute("applications", ApplicationsView.of(found, sent, businesses, catalogue, Tongue.now()));
        return "applications";
    }
}
