package io.kouan.platform.post;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Addresses to which letters are answered (回信地址): that of the mailbox with a token that says what the answer belongs to. Where there is
 * no mailbox, letters have none.
 */
@Component
public class ReplyAddresses {

    /** A token has this many characters of base 32: 160 bits, which nobody guesses. Mail servers may change the case of letters. */
    public static final int TOKEN_LENGTH = 32;

    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{" + TOKEN_LENGTH + "}");

    private final MailboxSettings settings;

    ReplyAddresses(MailboxSettings settings) {
        this.settings = settings;
    }

    /** Whether answers are read at all. */
    public boolean isOpen() {
        return settings.isGiven();
    }

    /** The address for a token; empty where answers are not read. */
    public Optional<String> of(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("no token");
        }
        int at = settings.address().indexOf('@');
        return isOpen()
                ? Optional.of(settings.address().substring(0, at) + "+" + token
                        + settings.address().substring(at))
                : Optional.empty();
    }

    /** The token among the receivers of a mail; empty where there is none, or more than one. */
    Optional<String> tokenIn(List<String> receivers) {
        if (!isOpen()) {
            return Optional.empty();
        }
        int at = settings.address().indexOf('@');
        var address = Pattern.compile("(?<![a-z0-9.!#$%&'*/=?^_`{|}~-])"
                + Pattern.quote(settings.address().substring(0, at).toLowerCase(Locale.ROOT))
                + "\\+([a-z2-7]{" + TOKEN_LENGTH + "})"
                + Pattern.quote(settings.address().substring(at).toLowerCase(Locale.ROOT)) + "(?![a-z0-9.-])");
        var found = receivers.stream()
                .flatMap(line -> address.matcher(line.toLowerCase(Locale.ROOT)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
