package io.kouan.platform.portal.xml;

/**
 * A piece of XML text as it was written. All tokens in a row give the text again, character by character.
 *
 * @param line where it starts, from 1, as findings count
 * @param column where it starts, from 1, in characters
 * @param name local name of the element for tags, else empty
 */
record Token(Kind kind, String text, int line, int column, String name) {

    enum Kind {
        /** {@code <a b="c">} */
        START,
        /** {@code </a>} */
        END,
        /** {@code <a/>} */
        EMPTY,
        /** characters between tags, references included */
        TEXT,
        /** {@code <![CDATA[…]]>} */
        CDATA,
        /** {@code <!--…-->} */
        COMMENT,
        /** {@code <?…?>} */
        INSTRUCTION,
        /** {@code <!…>}, or whatever else does not fit */
        OTHER
    }

    boolean isBlank() {
        return kind == Kind.TEXT && text.isBlank();
    }
}
