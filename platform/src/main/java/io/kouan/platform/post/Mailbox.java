package io.kouan.platform.post;

import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox by IMAP: what was not read yet goes to the receivers and counts as read then. A mail that fails again and again is
 * flagged and left, so that it delays no other.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "30000";
    private static final int MOST_ATTEMPTS = 5;

    private final MailboxSettings settings;
    private final MailReader reader;
    private final List<MailReceiver> receivers;
    private final Map<Long, Integer> failures = new HashMap<>();

    Mailbox(MailboxSettings settings, ReplyAddresses addresses, List<MailReceiver> receivers) {
        this.settings = settings;
        this.reader = new MailReader(addresses, settings);
        this.receivers = List.copyOf(receivers);
    }

    /** Reads what is new; how many mails that were. */
    int look() throws MessagingException {
        try (var store = session().getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                int read = Math.min(unread.length, settings.most());
                for (int i = 0; i < read && folder.isOpen(); i++) {
                    read(folder, unread[i]);
                }
                return read;
            }
        }
    }

    private void read(Folder folder, Message mail) throws MessagingException {
        long number = folder instanceof UIDFolder numbered ? numbered.getUID(mail) : mail.getMessageNumber();
        int attempt = failures.merge(number, 1, Integer::sum);
        if (attempt > MOST_ATTEMPTS) {
            mail.setFlag(Flags.Flag.FLAGGED, true);
            mail.setFlag(Flags.Flag.SEEN, true);
            failures.remove(number);
            LOG.warn("event=mail-given-up attempts={}", attempt - 1);
            return;
        }
        // a mail of ten thousand nested parts is no reason to stop reading mail
        try {
            var arrived = reader.read(mail);
            receivers.forEach(receiver -> receiver.arrived(arrived));
            mail.setFlag(Flags.Flag.SEEN, true);
            failures.remove(number);
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "event=mail-failed attempt={} cause={}",
                    attempt,
                    e.getClass().getSimpleName());
            if (!folder.isOpen()) {
                throw new MessagingException("broken off");
            }
        }
    }

    private String protocol() {
        return settings.protection() == MailSettings.Protection.TLS ? "imaps" : "imap";
    }

    private Session session() {
        var properties = new Properties();
        var prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLISECONDS);
        // reading a mail does not yet mean that its receiver has it
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.protection() == MailSettings.Protection.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return Session.getInstance(properties, (Authenticator) null);
    }
}
