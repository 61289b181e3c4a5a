package io.kouan.platform.enrolment;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.transmission.ApiKey;
import io.kouan.platform.transmission.Channels;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** 接口密钥: an enterprise draws the key of its test channel, and of its live one once that is open. Shown once, kept by nobody. */
@Controller
@Requires(function = "tickets", right = Right.UPDATE)
@RequestMapping("/interface/{id:\\d{1,18}}")
class KeyPages {

    private final Forms forms;
    private final Channels channels;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KeyPages(Forms forms, Channels channels, AuditLog audit, TransactionTemplate transaction) {
        this.forms = forms;
        this.channels = channels;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping("/test-key")
    String testKey(Actor actor, @PathVariable long id, HttpServletResponse response, Model model) {
        var record = own(id, actor);
        if (!Enrolments.hasTest(record)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return shown(record, true, actor, response, model);
    }

    @PostMapping("/live-key")
    String liveKey(Actor actor, @PathVariable long id, HttpServletResponse response, Model model) {
        var record = own(id, actor);
        if (!record.state().equals("LIVE")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return shown(record, false, actor, response, model);
    }

    private String shown(FormRecord record, boolean trial, Actor actor, HttpServletResponse response, Model model) {
        var key = transaction.execute(status -> renew(record, trial, actor));
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("key", key == null ? "" : key.text());
        model.addAttribute("trial", trial);
        model.addAttribute("record", record.id());
        return "enrolment-key";
    }

    private ApiKey renew(FormRecord record, boolean trial, Actor actor) {
        var dxpId = Enrolments.dxpId(record);
        var action = trial ? "renew_test_key" : "renew_key";
        audit.write(AuditEntry.done(actor.login(), actor.name(), Role.CS_USER.name(), "channel", dxpId, action));
        return trial ? channels.renewTestKey(dxpId) : channels.renewKey(dxpId);
    }

    private FormRecord own(long id, Actor actor) {
        return forms.find(id, actor)
                .filter(record -> record.form().equals(Enrolments.FORM))
                .filter(record -> record.enterprise().equals(actor.enterprise()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
