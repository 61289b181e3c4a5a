package io.kouan.platform.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of the download centre are files of the format that their name says, and hold what their form asks. */
class TemplatesTest {

    private final FormCatalogue catalogue = FormCatalogue.read(PortProfile.current());

    @Test
    void theDataCentresFormIsAnExcelFileThatHoldsEveryLabelAndMarksTheStarredOnes() throws IOException {
        var form = catalogue.form("kjds_001_dxp_user");
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(ExcelFile.of(paper("kjds_001_dxp_user"))))) {
            var cells = new java.util.ArrayList<String>();
            book.getSheetAt(0).forEach(row -> cells.add(row.getCell(0).getStringCellValue()));

            assertThat(cells).contains(form.title().zh());
            form.fields()
                    .forEach(field -> assertThat(cells)
                            .contains(
                                    field.starred()
                                            ? field.label().zh() + " *"
                                            : field.label().zh()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kjds_002_unified_access", "cbec_entity_record", "quality_commitment"})
    void aLetterIsAWord97FileThatHoldsEveryLabelOnce(String id) throws IOException {
        var form = catalogue.form(id);
        try (var letter = new HWPFDocument(new ByteArrayInputStream(WordFile.of(paper(id))))) {
            var text = letter.getRange().text();

            assertThat(text).startsWith(form.title().zh());
            form.sections()
                    .forEach(
                            section -> assertThat(text).contains(section.label().zh()));
            form.fields()
                    .forEach(field -> assertThat(text).contains(field.label().zh()));
        }
    }

    @Test
    void thePowerOfAttorneyIsAWordDocumentWhoseTextIsEscaped() throws IOException {
        var paper = new Paper("委托书 <&>", List.of());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(WordXmlFile.of(paper, "", "签字")))) {
            var names = new java.util.ArrayList<String>();
            String document = "";
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                document = new String(zip.readAllBytes(), UTF_8);
            }
            assertThat(names).containsExactly("[Content_Types].xml", "_rels/.rels", "word/document.xml");
            assertThat(document).contains("委托书 &lt;&amp;&gt;").contains("签字");
        }
    }

    @Test
    void aStandInIsAPdfOfOnePageThatCarriesItsFont() throws IOException {
        try (var pdf = Loader.loadPDF(PlainPdf.of("标题", List.of("本文件由口岸沙箱生成")))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf)).contains("标题", "本文件由口岸沙箱生成");
        }
    }

    @Test
    void anArchiveBeginsAsRarDoesAndStoresItsFileAsItIs() {
        var rar = new String(
                StoredRar.of("README.txt", "hello".getBytes(UTF_8)), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(rar)
                .startsWith("Rar!\u001a\u0007\u0000")
                .contains("README.txt")
                .contains("hello");
    }

    private Paper paper(String form) {
        return Paper.of(
                catalogue.form(form),
                list -> catalogue.options(list).on(LocalDate.of(2026, 11, 25)).stream()
                        .map(option -> option.label().zh())
                        .toList());
    }
}
