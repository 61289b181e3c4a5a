package io.kouan.platform.portal.xml;

import io.kouan.platform.portal.xml.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts XML text into tokens, in one pass over the characters. Knows no errors: what is not well-formed comes out as text
 * or as {@link Kind#OTHER}, for this is for looking at broken messages too.
 */
final class Tokens {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int line = 1;
    private int column = 1;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        return new Tokens(text).cut();
    }

    private List<Token> cut() {
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '<' ? markupEnd(at) : textEnd(at);
            add(at, end);
            at = end;
        }
        return tokens;
    }

    private int textEnd(int from) {
        int next = text.indexOf('<', from);
        return next < 0 ? text.length() : next;
    }

    private int markupEnd(int from) {
        if (text.startsWith("<!--", from)) {
            return after("-->", from + 4);
        }
        if (text.startsWith("<![CDATA[", from)) {
            return after("]]>", from + 9);
        }
        if (text.startsWith("<?", from)) {
            return after("?>", from + 2);
        }
        return tagEnd(from);
    }

    /** A tag ends at the first {@code >} outside quotes; one that never ends gives way to the next {@code <}. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return i;
            }
        }
        return text.length();
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private void add(int from, int to) {
        var piece = text.substring(from, to);
        var kind = kind(piece);
        tokens.add(new Token(kind, piece, line, column, isTag(kind) ? name(piece) : ""));
        move(piece);
    }

    private static Kind kind(String piece) {
        if (piece.charAt(0) != '<') {
            return Kind.TEXT;
        }
        if (piece.startsWith("<!--")) {
            return Kind.COMMENT;
        }
        if (piece.startsWith("<![CDATA[")) {
            return Kind.CDATA;
        }
        if (piece.startsWith("<?")) {
            return Kind.INSTRUCTION;
        }
        if (piece.startsWith("<!") || !piece.endsWith(">")) {
            return Kind.OTHER;
        }
        return piece.startsWith("</") ? Kind.END : piece.endsWith("/>") ? Kind.EMPTY : Kind.START;
    }

    private static boolean isTag(Kind kind) {
        return kind == Kind.START || kind == Kind.END || kind == Kind.EMPTY;
    }

    private static String name(String tag) {
        int from = tag.startsWith("</") ? 2 : 1;
        int to = from;
        while (to < tag.length() && !Character.isWhitespace(tag.charAt(to)) && "/>".indexOf(tag.charAt(to)) < 0) {
            to++;
        }
        var qualified = tag.substring(from, to);
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    private void move(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
    }
}
