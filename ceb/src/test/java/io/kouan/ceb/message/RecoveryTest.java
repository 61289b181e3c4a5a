package io.kouan.ceb.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.spec.SpecFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One mistake is one finding, at the place where a person would look for it, and everything else is still read. */
class RecoveryTest {

    private static final String GOOD = new SpecFile("vectors/ceb513-unsigned.xml").text();

    private final MessageReader reader = new MessageReader(Limits.STANDARD);

    @Test
    void aFieldMovedToTheEndIsOneFinding() {
        var moved = "<ceb:appType>1</ceb:appType>\n";
        var text = GOOD.replace(moved, "").replace("</ceb:LogisticsStatus>", moved + "</ceb:LogisticsStatus>");

        var read = read(text);

        assertThat(findings(read)).containsExactly("OUT_OF_ORDER appType before appTime");
        assertThat(read.message().documents().getFirst().head().text("appType")).isEqualTo("1");
    }

    @Test
    void aFieldMovedToTheFrontIsOneFinding() {
        var moved = "<ceb:logisticsNo>ZHYL202603010001</ceb:logisticsNo>\n";
        var text = GOOD.replace(moved, "").replace("<ceb:guid>", moved + "<ceb:guid>");

        assertThat(findings(read(text))).containsExactly("OUT_OF_ORDER logisticsNo before logisticsStatus");
    }

    @Test
    void theLastFieldMovedToTheFrontBelongsBeforeTheEndOfItsParent() {
        var text = GOOD.replace("<ceb:guid>", "<ceb:note>x</ceb:note><ceb:guid>");

        assertThat(findings(read(text))).containsExactly("OUT_OF_ORDER note before </LogisticsStatus[1]>");
    }

    @Test
    void aFieldThatStandsTwiceIsOneFindingWhereverTheSecondOneStands() {
        var twice = "<ceb:appType>1</ceb:appType>\n";

        assertThat(findings(read(GOOD.replace(twice, twice + twice)))).containsExactly("TOO_MANY appType");
        assertThat(findings(read(GOOD.replace("</ceb:LogisticsStatus>", twice + "</ceb:LogisticsStatus>"))))
                .containsExactly("TOO_MANY appType");
    }

    @Test
    void aMissingFieldIsReportedWhereItShouldHaveStood() {
        var text = GOOD.replace("<ceb:appType>1</ceb:appType>\n", "");

        var read = read(text);

        assertThat(findings(read)).containsExactly("MISSING_ELEMENT appType");
        assertThat(read.findings().getFirst().place())
                .isEqualTo(new Place(lineOf(text, "<ceb:appTime>"), 1, "/CEB513Message/LogisticsStatus[1]/appType"));
    }

    @Test
    void aMisspeltFieldIsUnknownAndMissing() {
        var text = GOOD.replace("ceb:appType>", "ceb:apptype>");

        assertThat(findings(read(text))).containsExactly("UNKNOWN_ELEMENT apptype", "MISSING_ELEMENT appType");
    }

    @Test
    void mistakesOfEveryKindComeTogetherInTheOrderOfTheDocument() {
        var text = GOOD.replace("<ceb:appType>1<", "<ceb:appType x='1'>12<")
                .replace("<ceb:appTime>", "<other xmlns='urn:x'><appTime/></other>stray<ceb:appTime>");

        assertThat(findings(read(text)))
                .containsExactly(
                        "UNKNOWN_ATTRIBUTE appType",
                        "TOO_LONG appType",
                        "UNKNOWN_ELEMENT other",
                        "TEXT_NOT_ALLOWED LogisticsStatus[1]");
    }

    @Test
    void placesAreRightFarIntoAMessageWithAByteOrderMark() {
        var filler = "\n<!-- 珠海\uD83D\uDEA2 -->".repeat(1000);
        var text = "\uFEFF" + GOOD.replace("<ceb:LogisticsStatus>", filler + "\n珠<ceb:LogisticsStatus>");

        var head = read(text).message().documents().getFirst().head();

        assertThat(head.place().line()).isEqualTo(lineOf(text, "珠<ceb:LogisticsStatus>"));
        assertThat(head.place().column()).isEqualTo(2);
        assertThat(head.place("logisticsNo").line()).isEqualTo(lineOf(text, "<ceb:logisticsNo>"));
    }

    @Test
    void columnsOfAMessageOnOneLineAreCountedFromItsStart() {
        var message = new GeneratedMessages(3).message(Catalogue.standard().type("CEB621"));
        var text = "<?xml version='1.0'?>"
                + MessageWriter.write(message)
                        .utf8()
                        .lines()
                        .skip(1)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow();

        var read = read(text);
        var place = read.message().transfer().orElseThrow().place();

        var line = text.split("\n", -1)[place.line() - 1];
        int units = line.offsetByCodePoints(0, place.column() - 1);
        assertThat(line.substring(units)).startsWith("<ceb:BaseTransfer>");
    }

    @Test
    void aCustomPartTakesTheNamespacesAlongThatItUses() {
        var custom = "<ceb:ExtendMessage><ceb:name>n</ceb:name><ceb:version>1</ceb:version><ceb:Message>"
                + "<a:part xmlns:own='urn:own' own:x='1'><b/><u:c xmlns:u='urn:u'/></a:part></ceb:Message></ceb:ExtendMessage>";
        var text = GOOD.replace(
                        "<ceb:CEB513Message ", "<ceb:CEB513Message xmlns:a='urn:a' xmlns:unused='urn:z' xmlns='urn:d' ")
                .replace("</ceb:BaseTransfer>", "</ceb:BaseTransfer>" + custom);

        var message = read(text).message();

        assertThat(message.extension().orElseThrow().xml())
                .isEqualTo("<a:part xmlns=\"urn:d\" xmlns:a=\"urn:a\" xmlns:own=\"urn:own\" own:x=\"1\">"
                        + "<b></b><u:c xmlns:u=\"urn:u\"></u:c></a:part>");
        assertThat(read(MessageWriter.write(message).utf8()).message()).isEqualTo(message);
    }

    private Reading.Read read(String text) {
        return (Reading.Read) reader.read(Bytes.utf8(text));
    }

    private static List<String> findings(Reading.Read read) {
        return read.findings().stream()
                .map(finding -> {
                    var values = finding.values();
                    var before = values.containsKey("before") ? " before " + values.get("before") : "";
                    return finding.code().name() + " "
                            + values.getOrDefault("element", values.getOrDefault("field", "")) + before;
                })
                .toList();
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
