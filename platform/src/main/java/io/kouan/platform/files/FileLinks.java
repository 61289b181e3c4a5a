package io.kouan.platform.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Links to files that end after five minutes (roles.md section 6) and count for one person only: what is left in a history, a log or a
 * mail opens nothing. They stand beside the check who may see the file, never in its place.
 */
@Component
public class FileLinks {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})-([A-Za-z0-9_-]{43})");

    private final FileSeal seal;
    private final Clock clock;

    FileLinks(FileSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** What a link to that file carries for that person, from now on. */
    public String token(UUID file, String login) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return until + "-" + mac(file, login, until);
    }

    /** Whether the link still counts. */
    public boolean isGood(String token, UUID file, String login) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        long until = Long.parseLong(parts.group(1));
        var expected = mac(file, login, until).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, parts.group(2).getBytes(StandardCharsets.US_ASCII))
                && clock.instant().getEpochSecond() <= until;
    }

    private String mac(UUID file, String login, long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.mac(file + " " + until + " " + login));
    }
}
