package io.kouan.ceb.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SignedPaper;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.TestKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The papers of the client: whoever reads them reads exactly what was signed, or nothing. */
class LicencePapersTest {

    private static final String COMPUTER = "AB12".repeat(16);
    private static final Licence LICENCE = new Licence(
            "ZHKJ-202611-7K2M9Q4X",
            new Licence.Holder("珠海“沙箱”\\测试\"有限公司", "91440400MA0000000X", "4404160ABC"),
            "DXPENT0000900001",
            2,
            LocalDate.of(2026, 11, 11),
            LocalDate.of(2029, 11, 10),
            LocalDate.of(2026, 11, 11));
    private static final Activation ACTIVATION =
            new Activation(LICENCE.number(), COMPUTER, "0300000000000001", LICENCE.until(), LocalDate.of(2026, 11, 12));

    @Test
    void whatWasWrittenIsRead() {
        for (SoftwareKey key : List.of(TestKeys.SM2, TestKeys.RSA)) {
            assertThat(Licence.read(LICENCE.sign(key).file(), key.certificate()))
                    .contains(LICENCE);
            assertThat(Activation.read(ACTIVATION.sign(key).file(), key.certificate()))
                    .contains(ACTIVATION);
            var request = request(key);
            var read = ActivationRequest.read(request.sign(key).file()).orElseThrow();
            assertThat(read.request()).isEqualTo(request);
            assertThat(read.isSignedBy(key.certificate())).isTrue();
        }
    }

    @Test
    void oneChangedByteAnywhereMakesItNothing() {
        var key = TestKeys.SM2;
        var file = ACTIVATION.sign(key).file().array();
        for (int i = 0; i < file.length; i++) {
            var changed = file.clone();
            changed[i] ^= 1;
            assertThat(Activation.read(Bytes.of(changed), key.certificate()))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void anotherKeyOfTheSameKindDoesNotSign() {
        var other = TestKeys.key(TestKeys.SM2_ROOT, 2);

        assertThat(Licence.read(LICENCE.sign(other).file(), TestKeys.SM2.certificate()))
                .isEmpty();
    }

    @Test
    void noPaperPassesForAnother() {
        var key = TestKeys.SM2;
        var text = request(key).sign(key).file().utf8();

        assertThat(Activation.read(Bytes.utf8(text), key.certificate())).isEmpty();
        assertThat(Activation.read(Bytes.utf8(text.replace("activation-request 1", "activation 1")), key.certificate()))
                .isEmpty();
    }

    @Test
    void rubbishIsNoPaper() {
        for (String text : List.of(
                "",
                "{}",
                "{\n}\n",
                "\"",
                "  \"\": \"",
                "  \"kouan\": \"licence 1\"",
                "x".repeat(20_000),
                "{\n".repeat(9_000))) {
            assertThat(Licence.read(Bytes.utf8(text), TestKeys.SM2.certificate()))
                    .isEmpty();
            assertThat(ActivationRequest.read(Bytes.utf8(text))).isEmpty();
        }
        assertThat(ActivationRequest.read(Bytes.of(new byte[] {(byte) 0xff, 0, (byte) 0xfe})))
                .isEmpty();
    }

    @Test
    void aRequestWithoutFingerprintIsNone() {
        var key = TestKeys.SM2;
        var text = request(key).sign(key).file().utf8();

        assertThat(ActivationRequest.read(Bytes.utf8(text.replace(COMPUTER, "AB12"))))
                .isEmpty();
    }

    @Test
    void aRequestThatSaysMoreThanAFormTakesIsNoneAlsoWhenItIsSigned() {
        var key = TestKeys.SM2;
        var honest = request(key).sign(key).values();
        for (var twist : Map.of(
                        "os_name", "x".repeat(61),
                        "client_version", "x".repeat(21),
                        "card_medium", "FLOPPY",
                        "licence_no", "<script>",
                        "exported_at", "yesterday")
                .entrySet()) {
            var values = new LinkedHashMap<>(honest);
            values.put(twist.getKey(), twist.getValue());
            var file = SignedPaper.sign("activation-request", values, key).file();

            assertThat(ActivationRequest.read(file)).as(twist.getKey()).isEmpty();
        }
    }

    @Test
    void h161anActivationCountsForItsLicenceOnItsComputerInItsTime() {
        var today = LocalDate.of(2027, 1, 1);
        assertThat(ACTIVATION.obstacle(LICENCE, COMPUTER, today)).isEmpty();
        assertThat(ACTIVATION.obstacle(LICENCE, "CD34".repeat(16), today)).contains(Activation.Obstacle.OTHER_COMPUTER);
        assertThat(ACTIVATION.obstacle(LICENCE, COMPUTER, LICENCE.until().plusDays(1)))
                .contains(Activation.Obstacle.RUN_OUT);
    }

    private static ActivationRequest request(SoftwareKey key) {
        var serial = new io.kouan.ceb.certificate.EnterpriseCertificate(key.certificate()).serial();
        return new ActivationRequest(
                LICENCE.number(),
                new ActivationRequest.Computer(COMPUTER, "Linux 6.1", "0.1.0"),
                "UKEY",
                serial,
                Instant.parse("2026-11-11T01:02:03Z"));
    }
}
