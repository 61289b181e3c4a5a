package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.finding.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    static Stream<MessageType> types() {
        return Catalogue.standard().types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsWrittenIsReadAgainUnchanged(MessageType type) {
        for (long seed = 0; seed < 50; seed++) {
            var message = new GeneratedMessages(seed).message(type);

            var read = (Reading.Read) reader.read(MessageWriter.write(message));

            assertThat(withoutSignature(read.findings())).isEmpty();
            assertThat(read.message()).isEqualTo(message);
        }
    }

    private static List<Finding> withoutSignature(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.code() != SyntaxCode.SIGNATURE_MISSING)
                .toList();
    }
}
