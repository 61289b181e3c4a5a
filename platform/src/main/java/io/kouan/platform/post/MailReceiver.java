package io.kouan.platform.post;

/** Takes mails that came in. Contributed as a bean by a room that sends letters which can be answered. */
public interface MailReceiver {

    /** Takes it, or leaves it to others. Called again with the same mail where it throws, or where the mailbox forgot that it was read. */
    void arrived(ArrivedMail mail);
}
