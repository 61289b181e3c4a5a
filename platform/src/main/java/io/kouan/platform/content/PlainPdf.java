package io.kouan.platform.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A few lines as a one-page PDF, in one of the Chinese fonts that every reader of PDF brings along, so that none has to be carried.
 * For short honest stand-ins of the sandbox; not for documents that are printed and kept.
 */
final class PlainPdf {

    private static final int MOST_CHARACTERS = 38;

    private PlainPdf() {}

    static byte[] of(String title, List<String> lines) {
        var content = new StringBuilder("BT /F1 16 Tf 60 770 Td ");
        wrapped(title, 28).forEach(line -> content.append(shown(line)).append(" Tj 0 -24 Td "));
        content.append("/F1 12 Tf 0 -10 Td ");
        lines.stream()
                .flatMap(line -> wrapped(line, MOST_CHARACTERS).stream())
                .forEach(line -> content.append(shown(line)).append(" Tj 0 -22 Td "));
        content.append("ET");
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
                        + " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        return file(objects);
    }

    /** Objects, their places, and the trailer that names where the places stand. */
    private static byte[] file(List<String> objects) {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return file.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String shown(String line) {
        return "<" + HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    private static List<String> wrapped(String text, int most) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += most) {
            lines.add(text.substring(at, Math.min(text.length(), at + most)));
        }
        return lines;
    }
}
