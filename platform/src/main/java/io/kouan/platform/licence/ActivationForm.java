package io.kouan.platform.licence;

import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.PortTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The form with which a computer asks to be activated (客户端激活), as far as the program knows its fields by name. */
final class ActivationForm {

    static final String ID = "licence_activation";
    /** 办理事项 of its ticket */
    static final String MATTER = "LICENCE_ACTIVATION";

    static final String REQUESTED = "REQUESTED";
    static final String ACTIVATED = "ACTIVATED";
    static final String FILE = "activation_request";
    static final String LICENCE = "licence_no";
    static final String TICKET = "request_no";
    private static final String FINGERPRINT = "machine_fingerprint";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    /** How long a request counts after it was written. */
    static final Duration LIFE = new SpecFile("forms/" + ID + ".yaml")
            .yaml().list("rules").stream()
                    .filter(rule -> rule.text("id").equals("FILE_SIGNED"))
                    .map(rule ->
                            Duration.ofDays(Long.parseLong(rule.at("params").text("days"))))
                    .findFirst()
                    .orElseThrow();

    private ActivationForm() {}

    /** The number of its ticket; empty until it is handed in. */
    static String ticket(FormRecord record) {
        return record.answers().text(TICKET);
    }

    static String reason(Answers answers) {
        return answers.text("reason");
    }

    static String fingerprint(Answers answers) {
        return answers.text(FINGERPRINT);
    }

    /** The answers with what the file says of the computer. */
    static Answers withComputer(Answers answers, ActivationRequest request) {
        return answers.with("client_version", request.computer().version())
                .with(FINGERPRINT, request.computer().fingerprint())
                .with("os_name", request.computer().system())
                .with("card_medium", request.medium())
                .with("cert_serial", request.certificate().toUpperCase(Locale.ROOT))
                .with("exported_at", TIME.format(request.exportedAt()));
    }

    /** The computer that a request asks for. */
    static ActivatedComputer computer(FormRecord record, LocalDate until, Instant now) {
        var answers = record.answers();
        return new ActivatedComputer(
                record.id(),
                answers.text(LICENCE),
                fingerprint(answers),
                answers.text("cert_serial").toLowerCase(Locale.ROOT),
                answers.text("os_name"),
                answers.text("client_version"),
                answers.text("card_medium"),
                until,
                now,
                java.util.Optional.empty(),
                "");
    }
}
