package io.kouan.client.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.licence.Activation;
import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.ceb.licence.Licence;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.CommandLineFixture;
import io.kouan.client.SandboxFixture;
import io.kouan.client.files.Durable;
import io.kouan.client.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on one computer, from the licence to 已激活, and everything that it refuses on the way. */
class ActivationTest {

    private static final SandboxAuthority AUTHORITY =
            SandboxAuthority.create(true, Instant.now().minusSeconds(60), new SecureRandom());
    private static final SoftwareKey PORT = portKey();

    @TempDir
    Path folder;

    private CommandLineFixture kouan;
    private SampleEnterprise merchant;

    @BeforeEach
    void aSandboxAndALicence() throws CertificateEncodingException {
        kouan = new CommandLineFixture(folder);
        merchant = SampleWorld.first(SampleEnterprise.Role.MERCHANT);
        SandboxFixture.write(kouan.home(), "key");
        Durable.write(folder.resolve("port.cer"), Bytes.of(PORT.certificate().getEncoded()));
        Durable.write(folder.resolve("own.lic"), licence(0).sign(PORT).file());
    }

    @Test
    void withoutAnActivationTheClientSaysThatItNeedsOne() {
        assertThat(kouan.run("client", "activation", "status")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("No licence on this computer");

        assertThat(request()).isEqualTo(ExitCode.OK);

        assertThat(kouan.run(Language.ZH, "client", "activation", "status")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.lines()).first().isEqualTo("需要激活");
        assertThat(kouan.out()).contains("ZHKJ-202611-00000000", merchant.dxpId());
    }

    @Test
    void theActivationOfThisComputerIsTakenIn() throws IOException {
        assertThat(request()).isEqualTo(ExitCode.OK);
        var asked = ActivationRequest.read(Bytes.of(Files.readAllBytes(folder.resolve("own.req"))))
                .orElseThrow()
                .request();

        assertThat(take(activation(asked.licence(), asked.computer().fingerprint(), 0)))
                .isEqualTo(ExitCode.OK);

        assertThat(kouan.out()).contains("Activated");
        assertThat(kouan.run(Language.ZH, "client", "activation", "status")).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).first().isEqualTo("已激活");
    }

    @Test
    void h161TheActivationOfAnotherComputerDoesNotCount() {
        assertThat(request()).isEqualTo(ExitCode.OK);

        assertThat(take(activation("ZHKJ-202611-00000000", "AB12".repeat(16), 0)))
                .isEqualTo(ExitCode.FINDINGS);

        assertThat(kouan.err()).contains("another computer", "send it with a ticket");
        assertThat(kouan.run("client", "activation", "status")).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void anAlteredActivationAndAForeignOneAreRefusedWithCauseAndCure() throws IOException {
        assertThat(request()).isEqualTo(ExitCode.OK);
        var own = Computer.here().orElseThrow().fingerprint();
        var altered = activation("ZHKJ-202611-00000000", own, 0);
        altered[altered.length / 2] ^= 1;

        assertThat(take(altered)).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("was changed", "Download it again");
        assertThat(take(activation("ZHKJ-202611-ZZZZZZZZ", own, 0))).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("another licence");
        assertThat(take(activation("ZHKJ-202611-00000000", own, 900))).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("has run out");
        assertThat(take("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void nothingIsRequestedWithAForeignCardAForeignPortOrAnOldLicence() {
        assertThat(kouan.run(
                        "client",
                        "activation",
                        "request",
                        "--licence",
                        file("own.lic"),
                        "--issuer",
                        file("port.cer"),
                        "--as",
                        "PLATFORM",
                        "--out",
                        file("own.req")))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("another enterprise");

        Durable.write(folder.resolve("own.lic"), licence(0).sign(portKey()).file());
        assertThat(request()).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("no licence of this port");

        Durable.write(folder.resolve("own.lic"), licence(2000).sign(PORT).file());
        assertThat(request()).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("does not count today");
        assertThat(folder.resolve("own.req")).doesNotExist();
    }

    @Test
    void whoNamesNoIssuerIsToldWhereItsCertificateIs() {
        assertThat(kouan.run("client", "activation", "request", "--licence", file("own.lic"), "--as", "merchant"))
                .isEqualTo(ExitCode.FINDINGS);

        assertThat(kouan.err()).contains("/pki/licence.cer");
    }

    @Test
    void theSameComputerIsKnownAgainAndAnotherIsNot() {
        assertThat(Computer.here()).isEqualTo(Computer.here());
        assertThat(Computer.of("1", "Linux").fingerprint())
                .matches("[0-9A-F]{64}")
                .isNotEqualTo(Computer.of("2", "Linux").fingerprint());
    }

    private int request() {
        return kouan.run(
                "client",
                "activation",
                "request",
                "--licence",
                file("own.lic"),
                "--issuer",
                file("port.cer"),
                "--as",
                "merchant",
                "--out",
                file("own.req"));
    }

    private int take(byte[] activation) {
        Durable.write(folder.resolve("own.act"), Bytes.of(activation));
        return kouan.run("client", "activation", "import", file("own.act"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Licence licence(int daysAgo) {
        var from = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(1L + daysAgo);
        return new Licence(
                "ZHKJ-202611-00000000",
                new Licence.Holder(merchant.nameZh(), merchant.creditCode(), merchant.customsCode()),
                merchant.dxpId(),
                2,
                from,
                from.plusYears(2),
                from);
    }

    private byte[] activation(String licence, String fingerprint, int daysAgo) {
        var until = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(300L - daysAgo);
        return new Activation(licence, fingerprint, "0300000000000001", until, until.minusYears(1))
                .sign(PORT)
                .file()
                .array()
                .clone();
    }

    private static SoftwareKey portKey() {
        var keys = AUTHORITY.newKeys();
        var from = Instant.now().minusSeconds(60);
        return new SoftwareKey(
                keys.getPrivate(),
                AUTHORITY.issue(
                        new SandboxAuthority.Subject("口岸", "91440400MA0000000X", "许可证"),
                        keys.getPublic(),
                        7,
                        from,
                        from.plus(Duration.ofDays(3650))));
    }
}
