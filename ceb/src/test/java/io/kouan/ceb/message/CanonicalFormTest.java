package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the canonical form of the one-pass reader against Apache Santuario over a tree of the JDK. */
class CanonicalFormTest {

    private static final Santuario SANTUARIO = new Santuario();

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    static LongStream seeds() {
        return LongStream.range(0, 3000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatSantuarioMakesOfTheSameDocument(long seed) throws Exception {
        var text = new NastyXml(seed).document();
        var expected = SANTUARIO.read(Bytes.utf8(text));

        var reading = reader.read(Bytes.utf8(text));

        assertThat(reading).as(text).isInstanceOf(Reading.Read.class);
        var read = (Reading.Read) reading;
        assertThat(read.canonical().utf8()).as(text).isEqualTo(expected.canonical());
        // only a signature in its place is taken for one
        read.signature()
                .ifPresent(signature -> assertThat(signature.signedInfo().utf8())
                        .as(text)
                        .isEqualTo(expected.signedInfo().orElse("")));
    }

    /** Santuario 4.0.4 takes the root's here, so it cannot be asked. */
    @Test
    void signedInfoInheritsTheNearestAttributesOfXmlItself() {
        var text = """
                <CEB513Message xmlns="http://www.chinaport.gov.cn/ceb" xml:lang="zh" xml:space="default" xml:base="urn:x"><Signature \
                xmlns="http://www.w3.org/2000/09/xmldsig#" xml:lang="en" xml:space="preserve"><SignedInfo xml:space="default" Id="i"/>\
                </Signature></CEB513Message>""";

        var read = (Reading.Read) reader.read(Bytes.utf8(text));

        assertThat(read.signature().orElseThrow().signedInfo().utf8()).isEqualTo("""
                <SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#" Id="i" xml:base="urn:x" xml:lang="en" xml:space="default">\
                </SignedInfo>""");
    }
}
