package io.kouan.platform.post;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a mail: the plain text and the files, nothing that would have to be interpreted (HTML, mails within mails are not). Depth, parts
 * and bytes are bounded.
 */
final class MailReader {

    private static final int MOST_PARTS = 60;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_TEXT = 100_000;
    private static final List<String> RECEIVERS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> OF_PROGRAMS =
            List.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop", "X-Failed-Recipients");

    private final ReplyAddresses addresses;
    private final MailboxSettings settings;

    MailReader(ReplyAddresses addresses, MailboxSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /** What is in a mail; the body of one that is too large, or automatic, or not for anybody, is not fetched. */
    ArrivedMail read(Message mail) throws MessagingException, IOException {
        var receivers = new ArrayList<String>();
        for (String header : RECEIVERS) {
            receivers.addAll(header(mail, header).limit(50).toList());
        }
        var token = addresses.tokenIn(receivers);
        boolean automatic = isAutomatic(mail);
        var found = new Content();
        Optional<ArrivedMail.Problem> problem = Optional.empty();
        if (mail.getSize() > settings.mostMegabytes() * 1024 * 1024) {
            problem = Optional.of(ArrivedMail.Problem.TOO_LARGE);
        } else if (token.isPresent() && !automatic && !found.take(mail, 0)) {
            problem = Optional.of(ArrivedMail.Problem.TOO_MANY_PARTS);
        }
        boolean whole = problem.isEmpty();
        return new ArrivedMail(
                id(mail),
                from(mail),
                token,
                automatic,
                whole ? found.text : "",
                whole ? found.files : List.of(),
                problem);
    }

    private boolean isAutomatic(Message mail) throws MessagingException {
        boolean submitted = header(mail, "Auto-Submitted")
                .anyMatch(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"));
        boolean bulk = header(mail, "Precedence")
                .anyMatch(value -> BULK.contains(value.strip().toLowerCase(Locale.ROOT)));
        boolean bounce =
                header(mail, "Return-Path").anyMatch(value -> value.strip().equals("<>"));
        boolean ofProgram = false;
        for (String name : OF_PROGRAMS) {
            ofProgram |= header(mail, name).findAny().isPresent();
        }
        boolean report = mail.isMimeType("multipart/report");
        boolean own = from(mail).equalsIgnoreCase(settings.address());
        return submitted || bulk || bounce || ofProgram || report || own;
    }

    private static Stream<String> header(Message mail, String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name)).stream().flatMap(Stream::of);
    }

    private static String from(Message mail) throws MessagingException {
        var lines = header(mail, "From").toList();
        if (lines.size() != 1) {
            return "";
        }
        try {
            var parsed = InternetAddress.parseHeader(MimeUtility.unfold(lines.getFirst()), true);
            return parsed.length == 1
                            && parsed[0].getAddress() != null
                            && Letter.canReach(Letter.Kind.MAIL, parsed[0].getAddress())
                    ? parsed[0].getAddress()
                    : "";
        } catch (AddressException _) {
            return "";
        }
    }

    private static String id(Message mail) throws MessagingException {
        var given = header(mail, "Message-ID").map(String::strip).findFirst().orElse("");
        var text = new StringBuilder(given);
        if (given.isEmpty()) {
            for (Enumeration<jakarta.mail.Header> all = mail.getAllHeaders(); all.hasMoreElements(); ) {
                var header = all.nextElement();
                text.append(header.getName())
                        .append(':')
                        .append(header.getValue())
                        .append('\n');
            }
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What was found while walking through the parts. */
    private static final class Content {

        private final List<ArrivedMail.Attached> files = new ArrayList<>();
        private String text = "";
        private boolean hasText;
        private int parts;

        /** False where there are too many. */
        private boolean take(Part part, int depth) throws MessagingException, IOException {
            parts++;
            if (parts > MOST_PARTS || depth > MOST_DEPTH) {
                return false;
            }
            var name = name(part);
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || !name.isEmpty();
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    if (!take(many.getBodyPart(i), depth + 1)) {
                        return false;
                    }
                }
            } else if (attached && !isDecoration(part)) {
                files.add(new ArrivedMail.Attached(name.isEmpty() ? "unnamed" : name, bytes(part)));
            } else if (!hasText && part.isMimeType("text/plain") && !attached) {
                text = plain(part);
                hasText = true;
            }
            return true;
        }

        /** A picture that the HTML shows, such as a logo in a signature. */
        private static boolean isDecoration(Part part) throws MessagingException {
            return part.isMimeType("image/*")
                    && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    && part.getHeader("Content-ID") != null;
        }

        private static byte[] bytes(Part part) throws MessagingException, IOException {
            try (var in = part.getInputStream()) {
                return in.readAllBytes();
            }
        }

        private static String name(Part part) throws MessagingException {
            var name = Optional.ofNullable(part.getFileName()).orElse("");
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException _) {
                return name;
            }
        }

        private static String plain(Part part) throws MessagingException, IOException {
            String read;
            try {
                read = part.getContent() instanceof String content ? content : "";
            } catch (UnsupportedEncodingException _) {
                read = new String(bytes(part), StandardCharsets.UTF_8);
            }
            var cut = read.length() <= MOST_TEXT ? read : read.substring(0, MOST_TEXT);
            return cut.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        }
    }
}
