package io.kouan.platform.post;

import java.util.regex.Pattern;

/**
 * Something to be sent to one receiver. A letter that exists can be sent: its address is one plain address and its subject one line, so
 * that neither can smuggle a header or a second receiver in.
 *
 * @param to mail address or telephone number
 * @param subject of a mail; empty for an SMS
 * @param replyTo where an answer goes; empty where nobody reads one
 */
public record Letter(Kind kind, String to, String subject, String text, String replyTo) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 20_000;

    /** How it goes out. */
    public enum Kind {
        /** 邮件 */
        MAIL("(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*"),
        /** 短信 */
        SMS("\\+?[0-9]{5,20}");

        private final Pattern address;

        Kind(String address) {
            this.address = Pattern.compile(address);
        }
    }

    public Letter {
        if (!canReach(kind, to)) {
            throw new IllegalArgumentException("no address for " + kind);
        }
        if (!replyTo.isEmpty() && !canReach(Kind.MAIL, replyTo)) {
            throw new IllegalArgumentException("no address for an answer");
        }
        if (subject.length() > LONGEST_SUBJECT || subject.codePoints().anyMatch(Letter::breaksLine)) {
            throw new IllegalArgumentException("a subject is one line of at most " + LONGEST_SUBJECT + " characters");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no text that can be sent");
        }
    }

    /** A mail. */
    public static Letter mail(String to, String subject, String text) {
        return new Letter(Kind.MAIL, to, subject, text, "");
    }

    /** The same, to be answered at that address. */
    public Letter answeredAt(String address) {
        return new Letter(kind, to, subject, text, address);
    }

    /** An SMS. */
    public static Letter sms(String to, String text) {
        return new Letter(Kind.SMS, to, "", text, "");
    }

    /** Whether this is an address to which such a letter can be sent; to be asked where the address comes from a person. */
    public static boolean canReach(Kind kind, String to) {
        return kind.address.matcher(to).matches();
    }

    private static boolean breaksLine(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** The address as it may stand in logs: enough to recognise one's own, too little for anybody else. */
    String maskedTo() {
        return switch (kind) {
            case MAIL -> to.charAt(0) + "***" + to.substring(to.indexOf('@'));
            case SMS -> "***" + to.substring(to.length() - 2);
        };
    }

    /** Neither address nor text: a letter may hold a code, and whatever is printed ends in a log. */
    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
