package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.page.RecordPage;
import io.kouan.platform.servicedesk.Tickets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the offices do about a local filing, from the panel on the ticket's page; each answer leads back to that page. */
@Controller
@RequestMapping("/desk/{id:\\d{1,18}}/local-filing")
class CasePages {

    private final Forms forms;
    private final RecordPage page;
    private final ReviewDesk reviews;
    private final DxpDesk dxp;
    private final IssuanceDesk issuances;
    private final PasswordsAgain again;
    private final AgentEvidence evidence;

    CasePages(
            Forms forms,
            RecordPage page,
            ReviewDesk reviews,
            DxpDesk dxp,
            IssuanceDesk issuances,
            PasswordsAgain again,
            AgentEvidence evidence) {
        this.forms = forms;
        this.page = page;
        this.reviews = reviews;
        this.dxp = dxp;
        this.issuances = issuances;
        this.again = again;
        this.evidence = evidence;
    }

    /** 本地备案材料审核: keeps the ticks; with its button also 递交数据中心 or 不予办理. */
    @Requires(function = "local_filing_checklist", right = Right.DECIDE)
    @PostMapping("/review")
    String review(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        var ticks = new HashSet<>(sent.getOrDefault("ticks", List.of()));
        if (sent.containsKey("refuse")) {
            var reason = Optional.ofNullable(sent.getFirst("reason")).orElse("");
            var codes = sent.getOrDefault("reasons", List.of());
            return told(ticket, reviews.refuse(ticket, version, codes, reason, actor), next);
        }
        var faults = sent.containsKey("forward")
                ? reviews.forward(ticket, version, ticks, typed(sent), actor)
                : reviews.keep(ticket, ticks, typed(sent), actor);
        if (!faults.isEmpty()) {
            next.addFlashAttribute("keyed", typed(sent));
            next.addFlashAttribute("ticked", ticks);
        }
        return told(ticket, faults, next);
    }

    private Map<String, String> typed(MultiValueMap<String, String> sent) {
        var typed = new HashMap<String, String>();
        reviews.keyed()
                .forEach(field -> typed.put(
                        field.key(),
                        Optional.ofNullable(sent.getFirst(field.key())).orElse("")));
        return typed;
    }

    /** The data centre enters a DXP ID. */
    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping("/dxp")
    String enter(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String dxpId,
            @RequestParam(defaultValue = "") String node,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        var faults = dxp.enter(ticket, dxpId, node, actor);
        if (!faults.isEmpty()) {
            next.addFlashAttribute("typedDxp", dxpId.length() > 40 ? dxpId.substring(0, 40) : dxpId);
        }
        return told(ticket, faults, next);
    }

    /** Another officer of the data centre says that it is right. */
    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping("/dxp/check")
    String check(Actor actor, @PathVariable long id, @RequestParam int version, RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, dxp.check(ticket, version, actor), next);
    }

    /** Or that it is wrong. */
    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping("/dxp/reject")
    String reject(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, dxp.reject(ticket, reason, actor), next);
    }

    /** 提交复核 */
    @Requires(function = "issuance", right = Right.ISSUE)
    @PostMapping("/issuance")
    String prepare(Actor actor, @PathVariable long id, RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, issuances.prepare(ticket, actor).stream().toList(), next);
    }

    /** 开通通道 */
    @Requires(function = "channel_opening", right = Right.ISSUE)
    @PostMapping("/channel")
    String open(Actor actor, @PathVariable long id, RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, issuances.openChannel(ticket, actor).stream().toList(), next);
    }

    /** 复核放行 */
    @Requires(function = "issuance_release", right = Right.DECIDE)
    @PostMapping("/release")
    String release(Actor actor, @PathVariable long id, RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, issuances.release(ticket, actor).stream().toList(), next);
    }

    /** 申请重新发放初始密码 */
    @Requires(function = "issuance", right = Right.ISSUE)
    @PostMapping("/passwords")
    String prepareAgain(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, again.prepare(ticket, reason, actor).stream().toList(), next);
    }

    /** 复核放行, or not. */
    @Requires(function = "issuance_release", right = Right.DECIDE)
    @PostMapping("/passwords/decide")
    String decideAgain(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean release,
            RedirectAttributes next) {
        var ticket = ticket(id, actor);
        return told(ticket, again.decide(ticket, release, actor).stream().toList(), next);
    }

    /** 代理企业证明材料, for whoever looks through the papers. */
    @Requires(function = "local_filing_checklist", right = Right.READ)
    @GetMapping("/agent-proof/{file}")
    ResponseEntity<byte[]> agentProof(Actor actor, @PathVariable long id, @PathVariable UUID file) {
        var held = evidence.open(ticket(id, actor), file, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Downloads.of(held.file(), held.content());
    }

    private String told(FormRecord ticket, List<Fault> faults, RedirectAttributes next) {
        if (faults.isEmpty()) {
            next.addFlashAttribute("done", true);
        } else {
            next.addFlashAttribute("faults", page.faults(faults, forms.form(ticket)));
        }
        return "redirect:/desk/" + ticket.id();
    }

    private FormRecord ticket(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> Tickets.isAbout(TicketRules.TEMPLATE, record))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
