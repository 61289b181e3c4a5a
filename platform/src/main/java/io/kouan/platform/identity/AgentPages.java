package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.page.Questions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The page 代理企业: whether the own enterprise acts for others, with the evidence for it. */
@Controller
@Requires(function = "enterprise_profile", right = Right.UPDATE)
@RequestMapping("/account/enterprise/agent")
class AgentPages {

    private static final String PROOF = "agent_proof";

    private final EnterpriseProfiles enterprises;
    private final AgentStatus status;
    private final Uploads uploads;
    private final Questions questions;
    private final FormDefinition form;

    AgentPages(
            EnterpriseProfiles enterprises,
            AgentStatus status,
            Uploads uploads,
            Questions questions,
            FormCatalogue catalogue) {
        this.enterprises = enterprises;
        this.status = status;
        this.uploads = uploads;
        this.questions = questions;
        this.form = catalogue.form("unified_access_handin");
    }

    @GetMapping
    String show(Actor actor, Model page) {
        return page(enterprise(actor), enterprises.of(enterprise(actor)).agent(), List.of(), page);
    }

    @PostMapping
    String change(
            Actor actor,
            @RequestParam(name = "is_agent", defaultValue = "") String said,
            @RequestParam(name = PROOF) Optional<MultipartFile> scan,
            Model page)
            throws IOException {
        long enterprise = enterprise(actor);
        boolean agent = said.equals("Y");
        if (!agent && !said.equals("N")) {
            return show(actor, page);
        }
        Optional<UUID> proof = Optional.empty();
        if (agent && scan.filter(file -> !file.isEmpty()).isPresent()) {
            switch (take(scan.get(), actor)) {
                case Upload.Taken(var file) -> proof = Optional.of(file.id());
                case Upload.Refused(var message, var values) -> {
                    return page(enterprise, true, List.of(Fault.at(PROOF, message, values)), page);
                }
            }
        }
        if (agent && proof.isEmpty() && !status.isProven(enterprise)) {
            return page(enterprise, true, List.of(Fault.at(PROOF, "ERR_AGENT_EVIDENCE")), page);
        }
        status.change(enterprise, agent, proof, actor);
        return "redirect:/account/enterprise";
    }

    private Upload take(MultipartFile scan, Actor actor) throws IOException {
        try (var in = scan.getInputStream()) {
            return status.proof(
                    in, Optional.ofNullable(scan.getOriginalFilename()).orElse(""), actor);
        }
    }

    /** The evidence, for those who gave it. */
    @GetMapping("/proof")
    ResponseEntity<byte[]> proof(Actor actor) {
        var id = enterprises.agentProof(enterprise(actor)).orElseThrow(AgentPages::unknown);
        var file = uploads.find(List.of(id)).stream().findFirst().orElseThrow(AgentPages::unknown);
        return Downloads.of(file, uploads.content(id, actor.login()).orElseThrow(AgentPages::unknown));
    }

    private String page(long enterprise, boolean agent, List<Fault> faults, Model page) {
        page.addAttribute("agent", agent);
        page.addAttribute("broker", status.isBroker(enterprise));
        page.addAttribute("proof", enterprises.agentProof(enterprise).isPresent());
        page.addAttribute("faults", questions.told(faults, form));
        return "account-agent";
    }

    private static long enterprise(Actor actor) {
        return actor.enterprise().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
