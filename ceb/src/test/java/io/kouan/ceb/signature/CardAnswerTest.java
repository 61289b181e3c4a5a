package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.certificate.CardContents;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.message.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a card signs to sign in, and what it never signs. */
class CardAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final CardChallenge CHALLENGE =
            new CardChallenge("http://localhost:8080", "0123456789abcdef".repeat(4), NOW);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerSurvivesTheWayAsTextAndProvesTheKey(boolean sm2) {
        var answer = CardAnswer.sign(CHALLENGE, card(sm2));

        var read = CardAnswer.parse(answer.text().replaceFirst("\\.", ".\n  ")).orElseThrow();

        assertThat(read.challenge()).isEqualTo(CHALLENGE);
        assertThat(read.isSigned()).isTrue();
        var other = new CardChallenge(CHALLENGE.port(), "f".repeat(64), NOW);
        assertThat(new CardAnswer(other, read.certificate(), read.signature()).isSigned())
                .isFalse();
        assertThat(new CardAnswer(CHALLENGE, card(sm2).certificate(), read.signature()).isSigned())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCardInAFileShowsItsCertificateAndKeepsItsKey(boolean sm2) {
        var card = card(sm2);
        var file = SoftwareCard.write(card.privateKey(), card.certificate(), "135790".toCharArray());

        assertThat(SoftwareCard.certificate(file)).contains(card.certificate());
        assertThat(SoftwareCard.certificate(Bytes.utf8("no card"))).isEmpty();
        assertThat(CardAnswer.sign(CHALLENGE, SoftwareKey.load(file.stream(), "135790".toCharArray()))
                        .isSigned())
                .isTrue();
        assertThatThrownBy(() -> SoftwareKey.load(file.stream(), "135791".toCharArray()))
                .isInstanceOf(UnusableKey.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
                "KOUAN CARD SIGN-IN 1\nport: http://localhost:8080\nnonce: 00\nuntil: 2026-11-23T02:00:00Z\n",
                "KOUAN CARD SIGN-IN 1\nport: http://localhost:8080/x\nnonce: {}\nuntil: 2026-11-23T02:00:00Z\n",
                "KOUAN CARD SIGN-IN 1\nport: http://localhost:8080\nnonce: {}\nuntil: 2026-11-23T02:00:00Z\n\n",
                "KOUAN CARD SIGN-IN 1\nport: http://localhost:8080\nnonce: {}\nuntil: 2026-13-23T02:00:00Z\n",
                " KOUAN CARD SIGN-IN 1\nport: http://localhost:8080\nnonce: {}\nuntil: 2026-11-23T02:00:00Z\n"
            })
    void nothingElseIsAChallenge(String text) {
        var nonce = "0".repeat(64);

        assertThat(CardChallenge.parse(text.replace("{}", nonce))).isEqualTo(Optional.empty());
    }

    private static SoftwareKey card(boolean sm2) {
        var authority = SandboxAuthority.create(sm2, NOW, new SecureRandom());
        var keys = authority.newKeys();
        var contents = new CardContents(
                "企业", "91440400MA5CBEC28X", "王港", "440402197203150016", "KS1", new CardContents.Addresses("x", "y"));
        return new SoftwareKey(
                keys.getPrivate(),
                authority.issueCard(
                        contents, keys.getPublic(), CardContents.Use.CARD, 1, NOW, NOW.plus(Duration.ofDays(1))));
    }
}
