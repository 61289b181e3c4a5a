package io.kouan.ceb.xsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.GeneratedMessages;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.message.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Xerces with the generated schema, and the reader: the same verdict on good and broken messages of every type. */
class XsdDifferentialTest {

    private static final Pattern LEAF = Pattern.compile("<((?:ceb:)?[a-zA-Z0-9]+)>([^<]*)</\\1>");
    private static final String[] VALUES = {
        "",
        " ",
        "0",
        "-1",
        "+7",
        "1.5",
        ".5",
        "5.",
        "1.123456",
        "1.100000",
        "12345678901234567890.1",
        "99999999999",
        "2147483648",
        "1e3",
        "abc",
        " 12 ",
        "a b",
        "142",
        "３",
        "x".repeat(1100),
        "N/A",
        "\t"
    };

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    static Stream<MessageType> types() {
        return Catalogue.standard().types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaAndTheReaderAgree(MessageType type) throws SAXException {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(XsdGenerator.generate(type))));
        int accepted = 0;
        int refused = 0;
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            // Xerces counts UTF-16 units where XML Schema counts characters: only characters of one unit compare
            var message = MessageWriter.write(new GeneratedMessages(seed).message(type))
                    .utf8();
            var good = signed(type, message.replace("\uD83D\uDEA2", "船"));
            for (String text : variants(good, random)) {
                boolean valid = accepts(schema, text);
                assertThat(readerAccepts(text))
                        .as("%s seed %s: %s", type, seed, text)
                        .isEqualTo(valid);
                accepted += valid ? 1 : 0;
                refused += valid ? 0 : 1;
            }
        }
        assertThat(accepted).isGreaterThan(60);
        assertThat(refused).isGreaterThan(60);
    }

    /** The good one and several with one thing changed. */
    private static List<String> variants(String good, SplittableRandom random) {
        var variants = new ArrayList<>(List.of(good));
        var leaves = LEAF.matcher(good).results().toList();
        for (int i = 0; i < 5; i++) {
            var leaf = leaves.get(random.nextInt(leaves.size()));
            var before = good.substring(0, leaf.start());
            var after = good.substring(leaf.end());
            var name = leaf.group(1);
            var other = leaves.get(random.nextInt(leaves.size())).group();
            variants.add(before
                    + switch (random.nextInt(9)) {
                        case 0 -> "";
                        case 1 -> leaf.group() + leaf.group();
                        case 2 -> leaf.group() + other;
                        case 3 -> other;
                        case 4 -> "<" + name + " a=\"1\">" + leaf.group(2) + "</" + name + ">";
                        case 5 -> "<nonsense xmlns=\"urn:n\"/>" + leaf.group();
                        case 6 -> "text" + leaf.group();
                        default -> "<" + name + ">" + VALUES[random.nextInt(VALUES.length)] + "</" + name + ">";
                    }
                    + after);
        }
        return variants;
    }

    private static String signed(MessageType type, String message) {
        if (type.signature() != MessageType.SignaturePlace.LAST_REQUIRED) {
            return message;
        }
        int end = message.lastIndexOf("</");
        return message.substring(0, end)
                + "<ds:Signature xmlns:ds=\"" + Catalogue.DS_NAMESPACE + "\"><ds:SignedInfo/></ds:Signature>"
                + message.substring(end);
    }

    private static boolean accepts(Schema schema, String text) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(text)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean readerAccepts(String text) {
        return reader.read(Bytes.utf8(text)) instanceof Reading.Read read && read.isValid();
    }
}
