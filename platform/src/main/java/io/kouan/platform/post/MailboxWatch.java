package io.kouan.platform.post;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox every now and then (收件), on a thread of its own: a mail server that does not answer delays nothing else. Does
 * nothing where no mailbox is configured.
 */
@Component
class MailboxWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);

    private final MailboxSettings settings;
    private final Mailbox mailbox;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread(() -> {});

    MailboxWatch(MailboxSettings settings, ReplyAddresses addresses, List<MailReceiver> receivers) {
        this.settings = settings;
        this.mailbox = new Mailbox(settings, addresses, receivers);
    }

    @Override
    public void start() {
        if (settings.isGiven()) {
            stopped = new CountDownLatch(1);
            thread = Thread.ofPlatform().name("mailbox").daemon().start(this::follow);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void follow() {
        try {
            do {
                look();
            } while (!stopped.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            int read = mailbox.look();
            if (read > 0) {
                LOG.info("event=mailbox-read mails={}", read);
            }
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("event=mailbox-waits cause={}", e.getClass().getSimpleName());
        }
    }
}
