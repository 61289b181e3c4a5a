package io.kouan.client.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.signature.CertificateLookup;
import io.kouan.ceb.signature.SignatureVerifier;
import io.kouan.ceb.signature.Strictness;
import io.kouan.ceb.signature.Verdict;
import io.kouan.client.CommandLineFixture;
import io.kouan.client.SandboxFixture;
import io.kouan.client.credentials.SandboxKeys;
import io.kouan.client.exchange.Receipt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlanTest {

    @TempDir
    static Path folder;

    private static List<DemoMessage> messages;

    @BeforeAll
    static void aPlan() {
        var home = new CommandLineFixture(folder).home();
        SandboxFixture.write(home, "key");
        var keys = new SandboxKeys(home);
        var source = new SampleChains(1, Instant.parse("2026-11-23T10:00:00Z"));
        messages = DemoPlan.of(source, 75, new Signing(keys::of));
    }

    @Test
    void aboutThreeHundredMessagesOfFiveSendersSomeDeliberatelyWrong() {
        assertThat(messages).hasSizeBetween(295, 305);
        assertThat(messages)
                .extracting(DemoMessage::sender)
                .containsOnly("4404990002", "4404990003", "4404990004", "4404990005", "4404990006");
        var fates = messages.stream().collect(Collectors.groupingBy(DemoMessage::expected, Collectors.counting()));
        assertThat(fates).containsKeys(Fate.RELEASED, Fate.RETURNED, Fate.WAITING, Fate.REFUSED);
        assertThat(fates.get(Fate.RELEASED)).isGreaterThan(200);
    }

    @Test
    void whatTheDoorShouldRefuseIsWrongAndEverythingElseIsRight() {
        for (var message : messages) {
            assertThat(isAcceptable(message))
                    .as(message.type() + " " + message.id())
                    .isEqualTo(message.expected() != Fate.REFUSED);
        }
    }

    @Test
    void bothKindsOfRefusalOccur() {
        var refused =
                messages.stream().filter(one -> one.expected() == Fate.REFUSED).toList();

        assertThat(refused)
                .anyMatch(one -> read(one).isValid())
                .anyMatch(one -> !read(one).isValid());
    }

    @Test
    void aLateMessageIsARepetitionOrTakesAUsedKey() {
        var late = messages.stream().filter(DemoMessage::isLate).toList();

        assertThat(late).hasSize(2).allMatch(one -> one.type().equals("CEB621"));
        assertThat(late)
                .filteredOn(one -> ids().filter(one.id()::equals).count() == 2)
                .hasSize(1);
    }

    @Test
    void theNewestReceiptDecidesAndARefusalStays() {
        var message = messages.getFirst();
        var fates = new Fates(List.of(message));

        fates.note(receipt(message.id(), "2"));
        assertThat(fates.isSettled()).isFalse();
        fates.note(receipt(message.id(), "120"));
        assertThat(fates.of(message)).isEqualTo(Fate.RELEASED);
        assertThat(fates.isSettled()).isTrue();
        fates.note(receipt("somebody else's", "100"));
        assertThat(fates.isSettled()).isTrue();
        fates.refused(message);
        fates.note(receipt(message.id(), "-999999"));
        assertThat(fates.of(message)).isEqualTo(Fate.REFUSED);
        assertThat(fates.unsettled()).containsExactly(message);
    }

    private static java.util.stream.Stream<String> ids() {
        return messages.stream().map(DemoMessage::id);
    }

    private static boolean isAcceptable(DemoMessage message) {
        var verifier = new SignatureVerifier(Strictness.STRICT, CertificateLookup.NONE);
        var read = read(message);
        return read.isValid() && verifier.verify(read) instanceof Verdict.Valid;
    }

    private static Reading.Read read(DemoMessage message) {
        return (Reading.Read) new MessageReader(Limits.STANDARD).read(message.signed());
    }

    private static Receipt receipt(String messageId, String statuses) {
        return new Receipt(1, "CEB622", 1, Optional.of(messageId), Optional.of(statuses), 1, Optional.empty(), "<x/>");
    }
}
