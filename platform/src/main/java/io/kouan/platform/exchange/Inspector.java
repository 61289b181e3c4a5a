package io.kouan.platform.exchange;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.catalogue.MessageType.SignaturePlace;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.envelope.DxpMessage;
import io.kouan.ceb.envelope.Opened;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.message.SignatureElement;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.ceb.signature.Verdict;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.exchange.Submission.Facts;
import io.kouan.platform.port.Profile;
import io.kouan.platform.transmission.Channel;
import io.kouan.platform.transmission.Gate;
import io.kouan.platform.transmission.Standings;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a message from outside in: envelope, schema, signature, certificate, sender, gate. Each step is taken only when the one
 * before it found nothing, and what is looked at is exactly what was verified.
 */
final class Inspector {

    private static final int LONGEST_ID = 255;

    private final MessageReader reader = new MessageReader(Limits.STANDARD);
    private final SignatureVerifier signatures;
    private final KnownCertificates certificates;
    private final Doorkeeper doorkeeper;
    private final Profile profile;

    Inspector(KnownCertificates certificates, Doorkeeper doorkeeper, Profile profile) {
        this.doorkeeper = doorkeeper;
        this.signatures = new SignatureVerifier(profile.strictness(), certificates);
        this.certificates = certificates;
        this.profile = profile;
    }

    /** Steps 5 to 7 of the gate (handbook S9): whether the sender may send this now. */
    interface Doorkeeper {

        Optional<Finding> objection(Caller sender, CebMessage message);

        /** Of the live channels: the one table that everything goes by. */
        static Doorkeeper of(Standings standings) {
            return (sender, message) -> Gate.objection(standings.of(sender.channel()), sender.source(), message);
        }

        /** Of the test channels, which are for those that nothing is open to yet. */
        static Doorkeeper ofTrials() {
            return (sender, message) -> Optional.empty();
        }
    }

    /**
     * Looks at a body.
     *
     * @param digest of the body: the id of what carries none that can be read
     */
    Inspected inspect(Caller sender, Bytes body, Bytes digest, Instant now) {
        if (!DxpEnvelope.isEnvelope(body)) {
            return inspect(new Arrival(sender, Optional.empty(), digest, now), body);
        }
        return switch (DxpEnvelope.open(body)) {
            case Opened.Malformed(var findings) ->
                new Inspected.Stopped(
                        new Facts(Facts.idOf(digest), Facts.UNKNOWN, 0, true, Optional.empty()), findings);
            case Opened.Message(var envelope) ->
                inspect(new Arrival(sender, Optional.of(envelope), digest, now), envelope.data());
        };
    }

    private record Arrival(Caller caller, Optional<DxpMessage> envelope, Bytes digest, Instant now) {

        Channel sender() {
            return caller.channel();
        }
    }

    private Inspected inspect(Arrival arrival, Bytes message) {
        return switch (reader.read(message)) {
            case Reading.Unreadable bad ->
                new Inspected.Stopped(
                        facts(arrival, bad.guid(), typeOf(bad.root()), 0, Optional.empty()), bad.findings());
            case Reading.Read read when !read.isValid() -> stop(arrival, read, Optional.empty(), read.findings());
            case Reading.Read read -> verify(arrival, read);
        };
    }

    private Inspected verify(Arrival arrival, Reading.Read read) {
        return switch (signatures.verify(read)) {
            case Verdict.Invalid bad -> stop(arrival, read, bad.certificate(), bad.findings());
            case Verdict.Absent() -> unsigned(arrival, read);
            case Verdict.Valid good -> {
                var objection = CertificateCheck.check(
                        good.certificate(),
                        certificates.find(good.certificate()),
                        arrival.sender(),
                        arrival.now(),
                        placeOfSignature(read));
                yield objection
                        .map(finding -> stop(arrival, read, Optional.of(good.certificate()), List.of(finding)))
                        .orElseGet(() -> route(arrival, read, Optional.of(good.certificate()), good.forgiven()));
            }
        };
    }

    /** Decision 14: only a lenient port takes unsigned messages, where the schema makes the signature optional. */
    private Inspected unsigned(Arrival arrival, Reading.Read read) {
        boolean optional = read.message().type().signature() != SignaturePlace.LAST_REQUIRED;
        if (profile == Profile.LENIENT && optional) {
            var warning = Finding.of(ExchangeCode.SIGNATURE_ABSENT_ACCEPTED, Place.WHOLE);
            return route(arrival, read, Optional.empty(), List.of(warning));
        }
        var finding = Finding.of(ExchangeCode.SIGNATURE_MISSING, Place.WHOLE);
        return stop(arrival, read, Optional.empty(), List.of(finding));
    }

    /** The last question: whether this message may come from this sender to this receiver. */
    private Inspected route(
            Arrival arrival, Reading.Read read, Optional<X509Certificate> certificate, List<Finding> warnings) {
        var objection = objection(arrival, read);
        if (objection.isPresent()) {
            return stop(arrival, read, certificate, List.of(objection.get()));
        }
        return new Inspected.Passed(facts(arrival, read, certificate), warnings);
    }

    private Optional<Finding> objection(Arrival arrival, Reading.Read read) {
        var type = read.message().type();
        if (!type.isDeclaration()) {
            return Optional.of(Finding.of(ExchangeCode.NOT_A_DECLARATION, Place.WHOLE, "type", type.id()));
        }
        return arrival.envelope()
                .flatMap(envelope -> envelopeObjection(envelope, arrival.sender(), type))
                .or(() -> read.message().transfer().flatMap(transfer -> transferObjection(transfer, arrival.sender())))
                .or(() -> doorkeeper.objection(arrival.caller(), read.message()));
    }

    private static Optional<Finding> envelopeObjection(DxpMessage envelope, Channel sender, MessageType type) {
        if (!envelope.senderId().equals(sender.dxpId())) {
            return Optional.of(new Finding(
                    ExchangeCode.SENDER_IS_NOT_CHANNEL,
                    new Place(0, 0, "/DxpMsg/TransInfo/SenderId"),
                    Map.of("sender", envelope.senderId(), "channel", sender.dxpId())));
        }
        if (!envelope.receiverIds().contains(type.receiver())) {
            return Optional.of(new Finding(
                    ExchangeCode.RECEIVER_UNKNOWN,
                    new Place(0, 0, "/DxpMsg/TransInfo/ReceiverIds"),
                    Map.of("expected", type.receiver(), "type", type.id())));
        }
        return Optional.empty();
    }

    private static Optional<Finding> transferObjection(Entity transfer, Channel sender) {
        if (!sender.isOf(transfer.text("copCode"))) {
            return Optional.of(new Finding(
                    ExchangeCode.COP_CODE_IS_NOT_CHANNEL,
                    transfer.place("copCode"),
                    Map.of("copCode", transfer.text("copCode"), "customsCode", sender.customsCode())));
        }
        if (!transfer.text("dxpId").equals(sender.dxpId())) {
            return Optional.of(new Finding(
                    ExchangeCode.DXP_ID_IS_NOT_CHANNEL,
                    transfer.place("dxpId"),
                    Map.of("dxpId", transfer.text("dxpId"), "channel", sender.dxpId())));
        }
        return Optional.empty();
    }

    private static Inspected stop(
            Arrival arrival, Reading.Read read, Optional<X509Certificate> certificate, List<Finding> findings) {
        return new Inspected.Stopped(facts(arrival, read, certificate), findings);
    }

    private static Facts facts(Arrival arrival, Reading.Read read, Optional<X509Certificate> certificate) {
        var message = read.message();
        return facts(
                arrival,
                message.guid(),
                message.type().id(),
                message.documents().size(),
                certificate);
    }

    private static Facts facts(
            Arrival arrival, String guid, String type, int documents, Optional<X509Certificate> certificate) {
        var id = arrival.envelope()
                .map(DxpMessage::copMsgId)
                .orElse(guid.isBlank() ? Facts.idOf(arrival.digest()) : guid);
        return new Facts(
                id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID),
                type,
                documents,
                arrival.envelope().isPresent(),
                certificate.map(x509 -> new EnterpriseCertificate(x509).serial()));
    }

    private static Place placeOfSignature(Reading.Read read) {
        return read.signature().map(SignatureElement::place).orElse(Place.WHOLE);
    }

    private static String typeOf(String root) {
        return root.matches("CEB[0-9]{3}Message") ? root.substring(0, 6) : Facts.UNKNOWN;
    }
}
