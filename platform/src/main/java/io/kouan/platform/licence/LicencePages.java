package io.kouan.platform.licence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormRecords;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** 客户端许可证 for the enterprise: its licences, the computers on which they count, and the files to be imported into the client. */
@Controller
@Requires(function = "tickets", right = Right.CREATE)
@RequestMapping("/service-desk")
class LicencePages {

    private final LicenceRegister register;
    private final LicenceViews views;
    private final Licences licences;
    private final ActivationIssue issue;
    private final FormRecords records;
    private final AuditLog audit;

    LicencePages(
            LicenceRegister register,
            LicenceViews views,
            Licences licences,
            ActivationIssue issue,
            FormRecords records,
            AuditLog audit) {
        this.register = register;
        this.views = views;
        this.licences = licences;
        this.issue = issue;
        this.records = records;
        this.audit = audit;
    }

    @GetMapping("/licences")
    String list(Actor actor, Model model) {
        var own = actor.enterprise().isPresent()
                ? register.of(actor.enterprise().getAsLong())
                : java.util.List.<ClientLicence>of();
        model.addAttribute("licences", own.stream().map(views::of).toList());
        model.addAttribute("user", actor.name());
        model.addAttribute("place", "licences");
        return "licences";
    }

    /** 许可证文件; a foreign licence, an unknown one and one that does not count are answered alike. */
    @GetMapping("/licences/{licence:[A-Z0-9-]{1,20}}/file")
    ResponseEntity<byte[]> licence(Actor actor, @PathVariable String licence) {
        var file = register.find(licence)
                .filter(found -> actor.enterprise().isPresent()
                        && found.enterprise() == actor.enterprise().getAsLong())
                .flatMap(found -> licences.file(found.number()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.write(AuditEntry.done(actor.login(), actor.name(), "", "licence", licence, "download"));
        return answer(licence + ".lic", file);
    }

    /** 激活文件 of a request of the own enterprise. */
    @GetMapping("/activations/{id:\\d{1,18}}/file")
    ResponseEntity<byte[]> activation(Actor actor, @PathVariable long id) {
        var request = records.find(id)
                .filter(record -> record.form().equals(ActivationForm.ID))
                .filter(record ->
                        record.enterprise().isPresent() && record.enterprise().equals(actor.enterprise()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = issue.file(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var number = request.answers().text(ActivationForm.LICENCE);
        audit.write(AuditEntry.done(actor.login(), actor.name(), "", "activation", number, "download"));
        return answer(number + "-" + LicenceViews.brief(ActivationForm.fingerprint(request.answers())) + ".act", file);
    }

    private static ResponseEntity<byte[]> answer(String name, Bytes file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(file.array());
    }
}
