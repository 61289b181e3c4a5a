package io.kouan.ceb.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes that are made to keep the parser busy. Without bounds these tests would hang. */
class HostileEnvelopeTest {

    private static final int MANY = 500_000;

    static Stream<Arguments> floods() {
        return Stream.of(
                Arguments.of("attributes", root(repeat(" a%x=''"), ""), EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS),
                Arguments.of("namespaces", root(repeat(" xmlns:a%x='urn:a'"), ""), EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS),
                Arguments.of("names", root("", repeat("<a%x/>")), EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS),
                Arguments.of(
                        "prefixes", root("", repeat("<a xmlns:a%x='urn:a'/>")), EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS),
                Arguments.of("instructions", root("", repeat("<?a%x?>")), EnvelopeCode.ENVELOPE_FORBIDDEN),
                Arguments.of("depth", root("", "<a>".repeat(MANY)), EnvelopeCode.ENVELOPE_OUT_OF_BOUNDS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void isRefusedAtABound(String what, String envelope, EnvelopeCode code) {
        var opened = DxpEnvelope.open(Bytes.utf8(envelope));

        assertThat(opened)
                .as(what)
                .isInstanceOfSatisfying(
                        Opened.Malformed.class,
                        malformed -> assertThat(malformed.findings())
                                .extracting(finding -> finding.code())
                                .contains(code));
    }

    private static String root(String attributes, String inside) {
        return "<DxpMsg xmlns='http://www.chinaport.gov.cn/dxp' ver='1.0'" + attributes + ">" + inside + "</DxpMsg>";
    }

    private static String repeat(String format) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> format.replace("%x", Integer.toHexString(i)))
                .collect(Collectors.joining());
    }
}
