package io.kouan.platform.licence;

import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.credentials.KnownCertificate;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the file that lies in the slot 激活文件 of a request, and says what there is to say about it. */
@Component
class RequestFiles {

    private final ObjectProvider<FormAttachments> attachments;
    private final Uploads uploads;
    private final KnownCertificates certificates;
    private final LicenceRegister register;
    private final Clock clock;

    /** @param attachments asked for late, because files know of forms and forms of rules */
    RequestFiles(
            ObjectProvider<FormAttachments> attachments,
            Uploads uploads,
            KnownCertificates certificates,
            LicenceRegister register,
            Clock clock) {
        this.attachments = attachments;
        this.uploads = uploads;
        this.certificates = certificates;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A file that was looked at.
     *
     * @param request what it says; empty where it is unreadable
     */
    record Seen(Optional<ActivationRequest> request, RequestVerdict verdict) {}

    /** @param typed the licence that the form names */
    Seen look(FormRecord record, String typed, String login, boolean mayBeOld) {
        var files = attachments.getObject().of(record).getOrDefault(ActivationForm.FILE, List.of());
        if (files.isEmpty()) {
            return new Seen(Optional.empty(), RequestVerdict.MISSING);
        }
        var file = uploads.content(files.getFirst().id(), login)
                .flatMap(content -> ActivationRequest.read(Bytes.of(content)));
        long enterprise = record.enterprise().orElseThrow();
        var own = register.of(enterprise).stream().map(ClientLicence::number).collect(Collectors.toSet());
        var bringer = new RequestVerdict.Bringer(enterprise, own, typed, clock.instant());
        return new Seen(
                file.map(ActivationRequest.Unchecked::request), RequestVerdict.of(file, this::card, bringer, mayBeOld));
    }

    private Optional<KnownCertificate> card(String serial) {
        return certificates.byKeyName(serial).flatMap(certificates::find);
    }
}
