package io.kouan.platform.post;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox in which answers to letters arrive (收件邮箱): {@code KOUAN_MAIL_IMAP_HOST} and so on.
 *
 * @param host empty: none, and no letter asks for an answer by mail
 * @param address at which the mailbox gets its mail; it has to get what is sent to {@code local+anything@domain} too
 * @param every how long to wait between two looks
 * @param mostMegabytes how large a mail may be; a larger one is not fetched
 * @param most how many are read at one look
 */
@ConfigurationProperties("kouan.mail.imap")
record MailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String address,
        @DefaultValue("TLS") MailSettings.Protection protection,
        @DefaultValue("30s") Duration every,
        @DefaultValue("30") int mostMegabytes,
        @DefaultValue("50") int most) {

    /** What a token takes of the local part, with its plus sign. */
    private static final int TOKEN = ReplyAddresses.TOKEN_LENGTH + 1;

    private static final int LOCAL_PART = 64;

    MailboxSettings {
        boolean plain = Letter.canReach(Letter.Kind.MAIL, address)
                && address.indexOf('+') < 0
                && address.indexOf('@') + TOKEN <= LOCAL_PART;
        if (!host.isBlank() && !plain) {
            throw new IllegalArgumentException(
                    "kouan.mail.imap.address is no plain mail address to which a token can be added");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || mostMegabytes < 1 || most < 1) {
            throw new IllegalArgumentException("kouan.mail.imap.every, most-megabytes and most have to be positive");
        }
    }

    boolean isGiven() {
        return !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host.isBlank() ? "none" : host + ":" + port;
    }
}
