package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CustomsCodeClaims;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Upload;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.Questions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The enterprise's own data (企业档案): name and codes, its customs code and how far that is confirmed, whether it is an agent. */
@Controller
@Requires(function = "enterprise_profile", right = Right.READ)
@RequestMapping("/account/enterprise")
class EnterprisePages {

    private final EnterpriseProfiles enterprises;
    private final CustomsCodeClaims onFile;
    private final Claims claims;
    private final Administrators administrators;
    private final Permissions permissions;
    private final Questions questions;
    private final FormDefinition screen;
    private final Section section;

    EnterprisePages(
            EnterpriseProfiles enterprises,
            CustomsCodeClaims onFile,
            Claims claims,
            Administrators administrators,
            Permissions permissions,
            Questions questions,
            FormCatalogue catalogue) {
        this.enterprises = enterprises;
        this.onFile = onFile;
        this.claims = claims;
        this.administrators = administrators;
        this.permissions = permissions;
        this.questions = questions;
        this.screen = catalogue.screenForm("customs_code_claim", new Label("海关十位编码登记", "Existing customs code"));
        this.section = screen.sections().getFirst().only(List.of("customs_code"));
    }

    @GetMapping
    String show(Actor actor, Model model) {
        var enterprise = enterprises.of(enterprise(actor));
        return page(actor, Map.of("customs_code", enterprise.customsCode().orElse("")), List.of(), model);
    }

    @PostMapping
    @Requires(function = "enterprise_profile", right = Right.UPDATE)
    String claim(
            Actor actor,
            @RequestParam(name = "customs_code", defaultValue = "") String typed,
            @RequestParam(name = "confirmed", defaultValue = "") String confirmed,
            @RequestParam(name = "proof_scan") Optional<MultipartFile> scan,
            Model model)
            throws IOException {
        var answers = questions.tidy(screen, new Answers(Map.of("customs_code", typed), Map.of()));
        var faults = new ArrayList<>(questions.faults(screen, section, answers));
        faults.addAll(claims.refusals(answers, enterprise(actor)));
        boolean stands = faults.stream().allMatch(Fault::warning) && (faults.isEmpty() || !confirmed.isEmpty());
        Optional<UUID> proof = Optional.empty();
        if (stands && scan.filter(file -> !file.isEmpty()).isPresent()) {
            switch (take(scan.get(), actor)) {
                case Upload.Taken(var file) -> proof = Optional.of(file.id());
                case Upload.Refused(var message, var values) -> {
                    faults.add(Fault.at("proof_scan", message, values));
                    stands = false;
                }
            }
        }
        if (stands) {
            try {
                claims.enter(answers.text("customs_code"), proof, enterprise(actor), actor);
                return "redirect:/account/enterprise";
            } catch (DuplicateKeyException e) {
                // somebody else entered it at the same moment
                faults.addAll(claims.refusals(answers, enterprise(actor)));
            }
        }
        return page(actor, Map.of("customs_code", typed), faults, model);
    }

    private Upload take(MultipartFile scan, Actor actor) throws IOException {
        try (var in = scan.getInputStream()) {
            return claims.proof(
                    in, Optional.ofNullable(scan.getOriginalFilename()).orElse(""), actor);
        }
    }

    private String page(Actor actor, Map<String, String> values, List<Fault> faults, Model model) {
        var told = questions.told(faults, screen);
        var enterprise = enterprises.of(enterprise(actor));
        model.addAttribute("enterprise", enterprise);
        model.addAttribute("administrators", administrators.of(enterprise.id()));
        model.addAttribute("mayReplace", permissions.allow(actor.roles(), "enterprise_administrator", Right.UPDATE));
        model.addAttribute("mayChange", permissions.allow(actor.roles(), "enterprise_profile", Right.UPDATE));
        model.addAttribute("claim", onFile.of(enterprise.id()));
        model.addAttribute(
                "refusal",
                onFile.refusal(enterprise.id())
                        .filter(it -> enterprise.customsCode().isEmpty()));
        model.addAttribute("faults", told);
        model.addAttribute("confirmable", !faults.isEmpty() && faults.stream().allMatch(Fault::warning));
        model.addAttribute("group", questions.ask(section, new Answers(values, Map.of()), told));
        model.addAttribute(
                "proofFaults",
                told.stream().filter(it -> it.anchor().equals("f-proof_scan")).toList());
        return "account-enterprise";
    }

    private static long enterprise(Actor actor) {
        return actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
