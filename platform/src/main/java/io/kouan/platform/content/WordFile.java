package io.kouan.platform.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.poi.hwpf.HWPFDocument;

/**
 * A paper as a Word 97-2003 document (.doc). The format cannot be begun from nothing by any library that we may use, so {@code
 * office/letter.doc} is an empty letter, saved once by LibreOffice, with places for a title and ten groups; the words of the paper take
 * these places.
 */
final class WordFile {

    private static final String TITLE = "口";
    private static final String HEADING = "岸";
    private static final String TEXT = "文";
    private static final int GROUPS = 10;

    /** What Word ends a paragraph with. */
    private static final String PARAGRAPH = "\r";

    private WordFile() {}

    static byte[] of(Paper paper) {
        if (paper.groups().size() > GROUPS) {
            throw new IllegalArgumentException(paper.title() + " has more groups than the letter has places");
        }
        try (var letter = new HWPFDocument(new ByteArrayInputStream(letter()));
                var out = new ByteArrayOutputStream()) {
            // from the end, so that the places before stay where they are
            for (int group = GROUPS - 1; group >= 0; group--) {
                boolean used = group < paper.groups().size();
                put(letter, 2 * group + 2, TEXT, used ? lines(paper.groups().get(group)) : "");
                put(
                        letter,
                        2 * group + 1,
                        HEADING,
                        used ? paper.groups().get(group).heading() : "");
            }
            put(letter, 0, TITLE, paper.title());
            letter.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(HWPFDocument letter, int paragraph, String place, String text) {
        var range = letter.getRange().getParagraph(paragraph);
        if (text.isEmpty()) {
            range.delete();
        } else {
            range.replaceText(place, text, range.text().indexOf(place));
        }
    }

    private static String lines(Paper.Group group) {
        return group.lines().stream().map(WordFile::line).collect(Collectors.joining(PARAGRAPH));
    }

    private static String line(Paper.Line line) {
        return line.choices().isEmpty() || line.choices().size() > 8
                ? line.marked() + "：________________________________"
                : line.marked() + "：□" + String.join("  □", line.choices());
    }

    private static byte[] letter() throws IOException {
        try (InputStream in = WordFile.class.getResourceAsStream("/office/letter.doc")) {
            if (in == null) {
                throw new IllegalStateException("office/letter.doc is missing");
            }
            return in.readAllBytes();
        }
    }
}
