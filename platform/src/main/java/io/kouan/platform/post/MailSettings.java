package io.kouan.platform.post;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server through which letters leave: {@code KOUAN_MAIL_HOST} and so on.
 *
 * @param host empty: none; then the sandbox catches mails, and a real port fails to send them
 * @param user empty: the server wants nobody to sign in
 * @param from the address that stands as sender
 */
@ConfigurationProperties("kouan.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("noreply@kouan.invalid") String from,
        @DefaultValue("STARTTLS") Protection protection) {

    /** How the line to the server is protected. */
    enum Protection {
        /** only for a server on the same machine or a line that is protected otherwise */
        NONE,
        /** begins plainly and is refused unless the server switches to TLS */
        STARTTLS,
        /** TLS from the first byte */
        TLS
    }

    MailSettings {
        if (!Letter.canReach(Letter.Kind.MAIL, from)) {
            throw new IllegalArgumentException("kouan.mail.from is no plain mail address");
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
