package io.kouan.platform.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mail by SMTP: plain text, one receiver each, with an id that stays the same at each attempt. */
final class SmtpMail implements Carrier {

    private static final String CONNECT_MILLISECONDS = "10000";
    private static final Pattern NUMBER = Pattern.compile("[2-5][0-9]{2}\\b");
    private static final String ANSWER_MILLISECONDS = "30000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;
    private final Clock clock;

    SmtpMail(MailSettings settings, Clock clock) {
        this.from = settings.from();
        this.clock = clock;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
        switch (settings.protection()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
    }

    @Override
    public Letter.Kind kind() {
        return Letter.Kind.MAIL;
    }

    @Override
    public Handover carry(UUID id, Letter letter) {
        try {
            sender.send(message(id, letter));
            return new Handover.Taken();
        } catch (MessagingException | MailException e) {
            return new Handover.Failed(problem(e));
        }
    }

    private MimeMessage message(UUID id, Letter letter) throws MessagingException {
        var message = sender.createMimeMessage();
        var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(letter.to());
        if (!letter.replyTo().isEmpty()) {
            mail.setReplyTo(letter.replyTo());
        }
        mail.setSubject(letter.subject());
        mail.setText(letter.text());
        mail.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
        // asks holiday replies and the like to keep still
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The kind of failure and the server's number: its words may repeat the address. */
    private static String problem(Exception e) {
        Exception cause = e instanceof MailSendException many && many.getMessageExceptions().length > 0
                ? many.getMessageExceptions()[0]
                : e;
        while (cause instanceof MessagingException outer && outer.getNextException() != null) {
            cause = outer.getNextException();
        }
        var number = NUMBER.matcher(String.valueOf(cause.getMessage()));
        return cause.getClass().getSimpleName() + (number.lookingAt() ? " " + number.group() : "");
    }
}
