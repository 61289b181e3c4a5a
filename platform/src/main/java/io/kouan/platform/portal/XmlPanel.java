package io.kouan.platform.portal;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.portal.xml.ReadableXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * XML with its findings at their lines.
 *
 * @param cut whether the text is longer than what is laid out
 */
record XmlPanel(ReadableXml xml, List<FindingView> findings, boolean masked, boolean cut) {

    /** Most lines on one page. */
    static final int WINDOW = 600;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    static XmlPanel of(Bytes message, List<Finding> findings, boolean masked, int firstLine, Language language) {
        boolean cut = message.size() > MOST_BYTES;
        var text = cut ? new String(message.array(), 0, MOST_BYTES, StandardCharsets.UTF_8) : message.utf8();
        var places = findings.stream().map(Finding::place).toList();
        var laidOut = ReadableXml.of(text, places, masked, firstLine, WINDOW);
        var shown = new ArrayList<FindingView>();
        for (int i = 0; i < findings.size(); i++) {
            shown.add(FindingView.of(findings.get(i), laidOut.pins().get(i), language));
        }
        return new XmlPanel(laidOut, shown, masked, cut);
    }

    /** First line of the window that shows a line. */
    public int windowOf(int line) {
        return (Math.max(1, line) - 1) / WINDOW * WINDOW + 1;
    }
}
