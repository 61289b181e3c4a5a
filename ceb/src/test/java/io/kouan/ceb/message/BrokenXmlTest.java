package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.spec.SpecFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Bytes broken at random: no exception, and never another opinion than the JDK's about what a document says. */
class BrokenXmlTest {

    private static final int IN_A_BATCH = 1000;
    private static final List<String> VECTORS = List.of("ceb513-unsigned", "ceb513-rsa-signed", "ceb513-sm2-signed");

    private static final Santuario SANTUARIO = new Santuario();

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    static IntStream batches() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void isRefusedWhereTheJdkRefusesItAndReadsTheSameWhereItDoesNot(int batch) {
        for (long seed = (long) batch * IN_A_BATCH; seed < (batch + 1L) * IN_A_BATCH; seed++) {
            var broken = Bytes.of(new Mutations(seed).of(original(seed)));

            if (reader.read(broken) instanceof Reading.Read read) {
                agree(read, broken, "seed " + seed);
            }
        }
    }

    private static void agree(Reading.Read read, Bytes broken, String seed) {
        try {
            var document = SANTUARIO.read(broken);
            assertThat(document.name()).as(seed).isEqualTo(read.message().type().root());
            assertThat(document.namespace()).as(seed).isEqualTo(Catalogue.CEB_NAMESPACE);
            assertThat(read.canonical().utf8()).as(seed).isEqualTo(document.canonical());
        } catch (SAXException | IOException e) {
            throw new AssertionError(seed + " is not well-formed: " + broken.utf8(), e);
        } catch (XMLSecurityException e) {
            assertThat(e).as(seed).hasMessageContaining("relative namespace"); // refused there, of no importance here
        }
    }

    private static byte[] original(long seed) {
        var types = Catalogue.standard().types();
        return switch ((int) (seed % 4)) {
            case 0 ->
                MessageWriter.write(new GeneratedMessages(seed).message(types.get((int) (seed / 4 % types.size()))))
                        .array();
            case 1 -> new SpecFile("vectors/" + VECTORS.get((int) (seed / 4 % VECTORS.size())) + ".xml").bytes();
            default -> Bytes.utf8(new NastyXml(seed).document()).array();
        };
    }
}
