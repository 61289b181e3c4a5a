package io.kouan.platform.portal.xml;

import io.kouan.ceb.finding.Personal;
import io.kouan.platform.portal.xml.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides personal data (个人信息) in XML for viewers of other enterprises: the text of personal fields, whatever stands inside
 * them, and all comments.
 */
final class Masking {

    private Masking() {}

    static List<Token> of(List<Token> tokens) {
        var masked = new ArrayList<Token>(tokens.size());
        int inside = 0;
        for (Token token : tokens) {
            masked.add(
                    inside > 0 || token.kind() == Kind.COMMENT || token.kind() == Kind.OTHER ? masked(token) : token);
            if (token.kind() == Kind.START && (inside > 0 || Personal.isPersonal(token.name()))) {
                inside++;
            } else if (token.kind() == Kind.END && inside > 0) {
                inside--;
            }
        }
        return masked;
    }

    private static Token masked(Token token) {
        return switch (token.kind()) {
            case START, END, EMPTY -> token;
            case TEXT -> token.isBlank() ? token : with(token, Personal.masked(token.text()));
            case CDATA -> with(token, "<![CDATA[***]]>");
            case COMMENT -> with(token, "<!--***-->");
            case INSTRUCTION, OTHER -> with(token, "***");
        };
    }

    private static Token with(Token token, String text) {
        return new Token(token.kind(), text, token.line(), token.column(), token.name());
    }
}
