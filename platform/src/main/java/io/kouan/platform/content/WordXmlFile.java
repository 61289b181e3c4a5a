package io.kouan.platform.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A paper as a Word document of today (.docx): the three parts that the format asks for, with a table to fill in. */
final class WordXmlFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private static final String TYPES = HEAD + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private static final String RELATIONS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String DOCUMENT =
            HEAD + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    private static final String END = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>"
            + "</w:sectPr></w:body></w:document>";

    private static final String TABLE = "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/><w:tblBorders>"
            + border("top") + border("left") + border("bottom") + border("right") + border("insideH")
            + border("insideV")
            + "</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w=\"3200\"/><w:gridCol w:w=\"5800\"/></w:tblGrid>";

    private WordXmlFile() {}

    /** The paper, with words of its own above the table and under it. */
    static byte[] of(Paper paper, String before, String after) {
        var body = new StringBuilder(DOCUMENT).append(paragraph(paper.title(), 36, true, true));
        if (!before.isEmpty()) {
            body.append(paragraph(before, 24, false, false));
        }
        for (Paper.Group group : paper.groups()) {
            body.append(paragraph(group.heading(), 26, true, false)).append(TABLE);
            group.lines()
                    .forEach(line -> body.append("<w:tr>")
                            .append(cell(line.marked(), 3200))
                            .append(cell(
                                    line.choices().isEmpty() || line.choices().size() > 8
                                            ? ""
                                            : "□" + String.join("  □", line.choices()),
                                    5800))
                            .append("</w:tr>"));
            body.append("</w:tbl>");
        }
        after.lines().forEach(line -> body.append(paragraph(line, 24, false, false)));
        return zip(body.append(END).toString());
    }

    private static String border(String side) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    }

    private static String cell(String text, int width) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>"
                + paragraph(text, 22, false, false) + "</w:tc>";
    }

    private static String paragraph(String text, int halfPoints, boolean bold, boolean centred) {
        return "<w:p><w:pPr><w:spacing w:before=\"80\" w:after=\"80\"/>" + (centred ? "<w:jc w:val=\"center\"/>" : "")
                + "</w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"SimSun\" w:eastAsia=\"SimSun\" w:hAnsi=\"SimSun\"/>"
                + (bold ? "<w:b/>" : "") + "<w:sz w:val=\"" + halfPoints
                + "\"/></w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] zip(String document) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "word/document.xml", document);
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
