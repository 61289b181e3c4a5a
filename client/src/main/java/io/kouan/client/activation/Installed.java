package io.kouan.client.activation;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.licence.Activation;
import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.ceb.licence.Licence;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Licence and activation as they lie in a folder of this computer. What is taken in was checked; what lies there is checked again each
 * time, without a network, with the certificate of the operating company.
 *
 * @param folder where they lie
 */
public record Installed(Path folder, Computer computer) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ISSUER = "issuer.cer";
    private static final String LICENCE = "licence.lic";
    private static final String ACTIVATION = "activation.act";
    private static final int LARGEST = 64 * 1024;

    /** How it stands (激活状态). */
    public sealed interface Standing {

        /** There is no licence that counts here. */
        record NoLicence() implements Standing {}

        /** 需要激活 */
        record Needed(Licence licence, Optional<Activation.Obstacle> obstacle) implements Standing {}

        /** 已激活 */
        record Activated(Licence licence, Activation activation) implements Standing {}
    }

    /** What speaks against a file that was to be taken in. */
    public enum Refusal {
        /** nobody has said yet whose signature counts */
        NO_ISSUER,
        /** it is no licence, or it was changed, or another port has signed it */
        LICENCE_UNREADABLE,
        /** its time is over, or has not come */
        LICENCE_RUN_OUT,
        /** the card belongs to another enterprise than the licence */
        OTHER_ENTERPRISE,
        /** there is no licence yet that could be activated */
        NO_LICENCE,
        /** it is no activation, or it was changed, or another port has signed it */
        ACTIVATION_UNREADABLE,
        /** it is for another licence */
        OTHER_LICENCE,
        /** it is for another computer (H-161) */
        OTHER_COMPUTER,
        /** its time is over */
        RUN_OUT
    }

    /** The certificate that counts here, once it is known. */
    public Optional<X509Certificate> issuer() {
        return bytes(folder.resolve(ISSUER)).flatMap(Certificates::parse);
    }

    /** From now on licences and activations of this issuer count, and no other's. */
    public void trust(X509Certificate issuer) {
        try {
            Durable.write(folder.resolve(ISSUER), Bytes.of(issuer.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }

    /** Takes a licence in; what speaks against it. */
    public Optional<Refusal> take(Bytes file, Instant now) {
        var issuer = issuer();
        if (issuer.isEmpty()) {
            return Optional.of(Refusal.NO_ISSUER);
        }
        var licence = Licence.read(file, issuer.get());
        if (licence.isEmpty()) {
            return Optional.of(Refusal.LICENCE_UNREADABLE);
        }
        if (!licence.get().counts(day(now))) {
            return Optional.of(Refusal.LICENCE_RUN_OUT);
        }
        Durable.write(folder.resolve(LICENCE), file);
        return Optional.empty();
    }

    /** The licence that lies here and counts for its issuer. */
    public Optional<Licence> licence() {
        return issuer().flatMap(issuer -> bytes(folder.resolve(LICENCE)).flatMap(file -> Licence.read(file, issuer)));
    }

    /** What speaks against asking with this card: it belongs to another enterprise. */
    public static Optional<Refusal> refusal(Licence licence, SoftwareKey card) {
        return new EnterpriseCertificate(card.certificate())
                        .belongsTo(licence.holder().creditCode())
                ? Optional.empty()
                : Optional.of(Refusal.OTHER_ENTERPRISE);
    }

    /** 导出激活文件: this computer asks, with that card, for the licence that lies here to be activated. */
    public Bytes request(Licence licence, SoftwareKey card, String medium, String version, Instant now) {
        var own = new ActivationRequest.Computer(computer.fingerprint(), computer.system(), version);
        var serial = new EnterpriseCertificate(card.certificate()).serial();
        return new ActivationRequest(licence.number(), own, medium, serial, now)
                .sign(card)
                .file();
    }

    /** 导入激活文件; what speaks against it. What was there before stays then. */
    public Optional<Refusal> activate(Bytes file, Instant now) {
        var licence = licence();
        if (licence.isEmpty()) {
            return Optional.of(issuer().isEmpty() ? Refusal.NO_ISSUER : Refusal.NO_LICENCE);
        }
        var activation = Activation.read(file, issuer().orElseThrow());
        if (activation.isEmpty()) {
            return Optional.of(Refusal.ACTIVATION_UNREADABLE);
        }
        var obstacle = activation.get().obstacle(licence.get(), computer.fingerprint(), day(now));
        if (obstacle.isPresent()) {
            return Optional.of(refusal(obstacle.get()));
        }
        Durable.write(folder.resolve(ACTIVATION), file);
        return Optional.empty();
    }

    private static Refusal refusal(Activation.Obstacle obstacle) {
        return switch (obstacle) {
            case OTHER_LICENCE -> Refusal.OTHER_LICENCE;
            case OTHER_COMPUTER -> Refusal.OTHER_COMPUTER;
            case RUN_OUT -> Refusal.RUN_OUT;
        };
    }

    /** How it stands now. */
    public Standing standing(Instant now) {
        var licence = licence();
        if (licence.isEmpty()) {
            return new Standing.NoLicence();
        }
        var activation = issuer().flatMap(
                        issuer -> bytes(folder.resolve(ACTIVATION)).flatMap(file -> Activation.read(file, issuer)));
        var obstacle = activation.flatMap(held -> held.obstacle(licence.get(), computer.fingerprint(), day(now)));
        return activation.isPresent() && obstacle.isEmpty()
                ? new Standing.Activated(licence.get(), activation.get())
                : new Standing.Needed(licence.get(), obstacle);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }

    private static Optional<Bytes> bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(file)) {
            return Optional.of(Bytes.of(stream.readNBytes(LARGEST)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
