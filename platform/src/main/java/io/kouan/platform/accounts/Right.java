package io.kouan.platform.accounts;

/** What can be done with a function of the port (roles.md section 3). */
public enum Right {
    CREATE('C'),
    READ('R'),
    UPDATE('U'),
    SUBMIT('S'),
    DECIDE('D'),
    ISSUE('I'),
    PRINT('P'),
    ADMINISTER('X');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    static Right of(String letter) {
        for (Right right : values()) {
            if (letter.length() == 1 && right.letter == letter.charAt(0)) {
                return right;
            }
        }
        throw new IllegalArgumentException("no right is written " + letter);
    }
}
