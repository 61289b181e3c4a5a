package io.kouan.ceb.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a card signs so that its holder can sign in (登录挑战, handbook S1, screen 1.1): a text of one fixed form, so that an agent can
 * tell it from everything else a card might be made to sign, and a signature of it counts as nothing else.
 *
 * @param port origin of the pages that ask, for example {@code https://port.example}; the agent compares it with who asks
 * @param nonce 32 random bytes in lower-case hex
 * @param until end of its time
 */
public record CardChallenge(String port, String nonce, Instant until) {

    private static final String FIRST = "KOUAN CARD SIGN-IN 1";
    private static final Pattern FORM = Pattern.compile(FIRST
            + "\\nport: (https?://[a-z0-9.\\-]{1,253}(?::[0-9]{1,5})?)"
            + "\\nnonce: ([0-9a-f]{64})"
            + "\\nuntil: ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\\n");
    private static final int LONGEST = 500;

    public CardChallenge {
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The text that is signed. */
    public String text() {
        return FIRST + "\nport: " + port + "\nnonce: " + nonce + "\nuntil: " + until + "\n";
    }

    /** The challenge in a text; empty where it is anything else, by one character even. */
    public static Optional<CardChallenge> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CardChallenge(found.group(1), found.group(2), Instant.parse(found.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
