package io.kouan.platform.exchange;

import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.lint.Linter;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.port.Profile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checking a message (报文检验) without handing it in: nothing is stored, nobody has to say who he is. */
@Tag(name = "lint", description = "Check a message without handing it in")
@RestController
@RequestMapping("/api/v1/lint")
class LintApi {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** All who ask without a credential share one small room, apart from that of the door. */
    private static final String ANYBODY = "";

    private final BodyReader bodies =
            new BodyReader(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4);

    private final KnownCertificates certificates;
    private final SignatureVerifier signatures;

    LintApi(KnownCertificates certificates, Profile profile) {
        this.certificates = certificates;
        this.signatures = new SignatureVerifier(profile.strictness(), certificates);
    }

    @Operation(
            summary = "Check a message",
            description =
                    "The body is a CEB message, or one in a DxpMsg; at most 2 MB. Everything that can be said about"
                            + " the message by itself, and its signature explained step by step.")
    @PostMapping
    LintAnswer lint(HttpServletRequest request) {
        return switch (bodies.read(request, ANYBODY)) {
            case BodyReader.Body.Bad(var problem) -> throw new RefusedRequest(problem);
            case BodyReader.Body.Whole body -> {
                try (body) {
                    yield lint(body.bytes());
                }
            }
        };
    }

    private LintAnswer lint(Bytes body) {
        if (!DxpEnvelope.isEnvelope(body)) {
            return lint(body, false);
        }
        return switch (DxpEnvelope.open(body)) {
            case Opened.Malformed(var findings) -> LintAnswer.unreadable(true, "", findings);
            case Opened.Message(var envelope) -> lint(envelope.data(), true);
        };
    }

    private LintAnswer lint(Bytes message, boolean enveloped) {
        var report = Linter.standard().lint(message);
        List<Finding> findings = report.findings();
        return switch (report.reading()) {
            case Reading.Unreadable bad -> LintAnswer.unreadable(enveloped, bad.root(), findings);
            case Reading.Read read ->
                LintAnswer.read(enveloped, read, findings, SignatureAnswer.of(read, signatures, certificates));
        };
    }
}
