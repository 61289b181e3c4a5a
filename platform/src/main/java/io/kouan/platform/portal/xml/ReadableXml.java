package io.kouan.platform.portal.xml;

import io.kouan.ceb.finding.Place;
import io.kouan.platform.portal.xml.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A message laid out for reading: one element a line, set in by depth, findings pinned to the line of their element.
 *
 * <p>The layout is ours, the characters between the tags are the sender's. White space between elements is not shown, so a
 * message that came as a single line reads like any other; line and column of a finding are those of the original.
 *
 * @param lines the lines of the window that was asked for
 * @param total how many lines there are altogether
 * @param first number of the first line shown
 * @param pins line of each finding, 0 where it belongs to the message as a whole
 */
public record ReadableXml(List<XmlLine> lines, int total, int first, List<Integer> pins) {

    private static final int WIDEST = 4000;

    /** Whether lines follow behind the window. */
    public boolean hasMore() {
        return first - 1 + lines.size() < total;
    }

    /** Whether the window does not begin at the first line. */
    public boolean hasEarlier() {
        return first > 1;
    }

    /**
     * Lays out a text.
     *
     * @param places where findings are, in the order of the findings
     * @param masked whether personal data are hidden
     * @param first number of the first line wanted, from 1
     * @param most most lines wanted
     */
    public static ReadableXml of(String text, List<Place> places, boolean masked, int first, int most) {
        var tokens = Tokens.of(text);
        var lines = lines(masked ? Masking.of(tokens) : tokens);
        int total = lines.size();
        int from = Math.clamp(first, 1, Math.max(1, total));
        var pins = pins(lines, places);
        var shown = new ArrayList<XmlLine>();
        for (int i = from; i < Math.min(total + 1, from + most); i++) {
            shown.add(new XmlLine(i, lines.get(i - 1).depth, spans(lines.get(i - 1)), pinnedTo(i, pins)));
        }
        return new ReadableXml(shown, total, from, pins);
    }

    private static final class Line {
        private final int depth;
        private final List<Token> tokens = new ArrayList<>();

        private Line(int depth) {
            this.depth = depth;
        }
    }

    private static List<Line> lines(List<Token> tokens) {
        var lines = new ArrayList<Line>();
        int depth = 0;
        boolean joins = false; // whether the next token still belongs to the line of a leaf's start tag
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isBlank() && !(joins && isLeafText(tokens, i))) {
                continue;
            }
            if (token.kind() == Kind.END) {
                depth = Math.max(0, depth - 1);
            }
            if (!joins || lines.isEmpty()) {
                lines.add(new Line(depth));
            }
            lines.getLast().tokens.add(token);
            joins = switch (token.kind()) {
                case START -> isLeaf(tokens, i);
                case TEXT, CDATA -> joins;
                case END, EMPTY, COMMENT, INSTRUCTION, OTHER -> false;
            };
            if (token.kind() == Kind.START) {
                depth++;
            }
        }
        return lines;
    }

    /** Whether only text stands between this start tag and the next end tag. */
    private static boolean isLeaf(List<Token> tokens, int start) {
        int next = start + 1;
        while (next < tokens.size()
                && (tokens.get(next).kind() == Kind.TEXT || tokens.get(next).kind() == Kind.CDATA)) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).kind() == Kind.END;
    }

    private static boolean isLeafText(List<Token> tokens, int index) {
        return index > 0 && tokens.get(index - 1).kind() == Kind.START;
    }

    private static List<Span> spans(Line line) {
        var spans = new ArrayList<Span>();
        int width = 0;
        for (Token token : line.tokens) {
            for (Span span : Colours.of(token)) {
                if (width + span.text().length() > WIDEST) {
                    spans.add(new Span(span.style(), span.text().substring(0, Math.max(0, WIDEST - width))));
                    spans.add(new Span("x-dim", "…"));
                    return spans;
                }
                spans.add(span);
                width += span.text().length();
            }
        }
        return spans;
    }

    private static List<Integer> pins(List<Line> lines, List<Place> places) {
        return places.stream()
                .map(place -> place.line() == 0 || lines.isEmpty() ? 0 : indexOf(lines, place) + 1)
                .toList();
    }

    private static List<Integer> pinnedTo(int line, List<Integer> pins) {
        return IntStream.range(0, pins.size())
                .filter(finding -> pins.get(finding) == line)
                .boxed()
                .toList();
    }

    /** The last line that starts at or before the place. */
    private static int indexOf(List<Line> lines, Place place) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            var token = lines.get(middle).tokens.getFirst();
            boolean before = token.line() < place.line()
                    || (token.line() == place.line() && token.column() <= Math.max(1, place.column()));
            if (before) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
