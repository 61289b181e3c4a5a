package io.kouan.client.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.client.CommandLineFixture;
import io.kouan.client.SandboxFixture;
import io.kouan.client.terminal.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Signing, verifying and making samples go together: what one writes the other reads. */
class SignTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private CommandLineFixture kouan;
    private Path samples;

    @BeforeEach
    void aSandboxWithSamples() {
        kouan = new CommandLineFixture(folder);
        samples = folder.resolve("samples");
        SandboxFixture.write(kouan.home(), "key");
        assertThat(kouan.run("client", "sample", "--chains", "2", "--out", samples.toString()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aSignedFolderVerifiesWhateverTheGeneration() throws IOException {
        for (var role : new String[] {"merchant", "LOGISTICS"}) {
            var signed = folder.resolve("signed-" + role);
            assertThat(kouan.run("client", "sign", "--as", role, "--out", signed.toString(), samples.toString()))
                    .isEqualTo(ExitCode.OK);
            try (var files = Files.walk(signed)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(8);
            }
            assertThat(kouan.run("client", "verify", signed.toString())).isEqualTo(ExitCode.OK);
            assertThat(kouan.out()).contains(role.equals("merchant") ? "SM2-SM3" : "RSA-SHA1");
        }
    }

    @Test
    void aSampleComesFromTheEnterpriseThatItsRoleNames() {
        for (var type : List.of("CEB621", "CEB603", "CEB311", "CEB411", "CEB511")) {
            var role = switch (type) {
                case "CEB311" -> Role.MERCHANT;
                case "CEB411" -> Role.PAYMENT;
                case "CEB511" -> Role.LOGISTICS;
                default -> Role.AGENT;
            };
            assertThat(kouan.run("client", "sample", "--type", type)).isEqualTo(ExitCode.OK);
            assertThat(kouan.out())
                    .contains("<ceb:copCode>" + SampleWorld.first(role).customsCode() + "<");
        }
    }

    @Test
    void samplesCanBeSignedByTheirSendersAtOnce() {
        var out = folder.resolve("signed");
        assertThat(kouan.run("client", "sample", "--sign", "--mode", "9610", "--out", out.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(kouan.run("client", "verify", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).filteredOn(line -> line.contains("stands")).hasSize(4);
    }

    @Test
    void aChangedMessageShowsBothDigestsOneAboveTheOther() {
        var changed = signedPayment().replace(">142<", ">110<");
        kouan.piping(changed.getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "verify")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("CEB-5007").doesNotContain("CEB-5008");
        var digests = kouan.lines().stream()
                .filter(line -> line.contains("digest in the message") || line.contains("digest computed"))
                .map(line -> line.indexOf('=') + " " + line.length())
                .toList();
        assertThat(digests).hasSize(2);
        assertThat(digests.get(0)).isEqualTo(digests.get(1));
    }

    @Test
    void theCanonicalBytesAreThoseThatTheDigestCovers() {
        var unsigned = payment();
        kouan.piping(unsigned);
        kouan.run("client", "verify", "--canonical");
        var canonical = kouan.out();

        kouan.piping(signed(unsigned).getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "verify", "--canonical")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out())
                .isEqualTo(canonical)
                .startsWith("<ceb:CEB411Message")
                .doesNotContain("Signature");
    }

    @Test
    void signsWithAKeyFileAndAPinFromAFile() throws IOException {
        var pin = Files.writeString(folder.resolve("pin"), SandboxFixture.PIN + "\n");
        var key = SandboxFixture.keyFile(kouan.home(), Role.PAYMENT).toString();
        kouan.piping(payment());

        assertThat(kouan.run("client", "sign", "--key", key, "--pin-file", pin.toString()))
                .isEqualTo(ExitCode.OK);
        kouan.piping(kouan.outBytes());
        assertThat(kouan.run("client", "verify", "--json")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out()).contains("\"outcome\":\"valid\"").contains("珠海沙箱支付有限公司");
    }

    @Test
    void aWrongPinIsSaidWithoutRepeatingIt() {
        var key = SandboxFixture.keyFile(kouan.home(), Role.PAYMENT).toString();
        kouan.piping(payment());

        assertThat(kouan.run("client", "sign", "--key", key, "--pin", "987654")).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.err()).contains("PIN is wrong").doesNotContain("987654");
        assertThat(kouan.run("client", "sign", "--key", key)).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.run("client", "sign")).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.run("client", "sign", "--as", "NOBODY")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesWhatIsNoMessageOrIsSignedAlready() {
        kouan.piping("<html/>".getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "sign", "--as", "PAYMENT")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).isEmpty();

        kouan.piping(signedPayment().getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "sign", "--as", "PAYMENT")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("signed already");
    }

    @Test
    void scriptsGetOneObjectAMessage() throws IOException {
        assertThat(kouan.run("client", "sample", "--json", "--type", "CEB411")).isEqualTo(ExitCode.OK);
        var sample = JSON.readTree(kouan.out());
        assertThat(sample.get("type").asString()).isEqualTo("CEB411");
        kouan.piping(sample.get("message").asString().getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "sign", "--json", "--as", "PAYMENT")).isEqualTo(ExitCode.OK);
        var signed = JSON.readTree(kouan.out());
        assertThat(signed.get("outcome").asString()).isEqualTo("signed");
        kouan.piping(signed.get("message").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "verify")).isEqualTo(ExitCode.OK);
        assertThat(kouan.run("client", "sign", "--json", "--as", "PAYMENT")).isEqualTo(ExitCode.FINDINGS);
        assertThat(JSON.readTree(kouan.out()).get("outcome").asString()).isEqualTo("signed-already");
    }

    @Test
    void scriptsAreToldWhereEachFileOfAFolderLies() throws IOException {
        var signed = folder.resolve("signed");
        Files.writeString(samples.resolve("none.xml"), "<html/>");
        assertThat(kouan.run(
                        "client", "sign", "--json", "--as", "PAYMENT", "-o", signed.toString(), samples.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        var objects = kouan.lines().stream().map(JSON::readTree).toList();
        assertThat(objects).hasSize(9);
        assertThat(objects)
                .filteredOn(one -> one.has("file"))
                .hasSize(8)
                .allSatisfy(
                        one -> assertThat(Path.of(one.get("file").asString())).isRegularFile());
        assertThat(objects)
                .filteredOn(one -> one.get("outcome").asString().equals("unreadable"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("findings").size()).isPositive());

        var more = folder.resolve("more");
        assertThat(kouan.run("client", "sample", "--json", "--chains", "3", "--out", more.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(kouan.lines().stream().map(JSON::readTree))
                .hasSize(12)
                .allSatisfy(
                        one -> assertThat(Path.of(one.get("file").asString())).isRegularFile());
    }

    @Test
    void severalMessagesNeedAFolderToGoTo() {
        assertThat(kouan.run("client", "sign", "--as", "PAYMENT", samples.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(kouan.err()).contains("There are 8 messages");
    }

    @Test
    void anUnsignedMessageIsNeitherValidNorInvalid() {
        kouan.piping(payment());
        assertThat(kouan.run(Language.ZH, "client", "verify")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("没有签名");
    }

    @Test
    void theSameSeedGivesTheSameMessage() {
        kouan.run("client", "sample", "--type", "CEB621", "--seed", "7", "--defect", "LINE_DIFFERS");
        assertThat(kouan.out()).contains("其他商品");
        assertThat(kouan.run("client", "sample", "--type", "CEB999")).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.run("client", "sample")).isEqualTo(ExitCode.USAGE);
        assertThat(kouan.run("client", "sample", "--type", "CEB621", "--mode", "9999"))
                .isEqualTo(ExitCode.USAGE);
    }

    private byte[] payment() {
        assertThat(kouan.run("client", "sample", "--type", "CEB411", "--seed", "1"))
                .isEqualTo(ExitCode.OK);
        return kouan.outBytes();
    }

    private String signedPayment() {
        return signed(payment());
    }

    private String signed(byte[] message) {
        kouan.piping(message);
        assertThat(kouan.run("client", "sign", "--as", "PAYMENT")).isEqualTo(ExitCode.OK);
        return kouan.out();
    }
}
