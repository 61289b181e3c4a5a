package io.kouan.client.agent;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareCard;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.UnusableKey;
import io.kouan.client.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Software cards (软件卡) in a folder, one PKCS#12 file each. Counts wrong PINs as a real card does, also over a restart; a locked
 * card is unlocked by deleting the file that counts.
 *
 * <p>Security guarantee: signs challenges to sign in and nothing else. Safe for several threads.
 */
final class CardFolder {

    static final int MOST_FAILURES = 6;

    private static final String CARD = ".p12";
    private static final String FAILURES = ".failures";

    private final Path folder;

    CardFolder(Path folder) {
        this.folder = folder;
    }

    /** A card as it shows itself to everybody. */
    record Shown(String id, String holder, String enterprise, String until, int left) {}

    synchronized List<Shown> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(CARD))
                    .sorted()
                    .flatMap(file -> shown(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Shown> shown(Path file) {
        return certificate(file)
                .map(certificate -> new Shown(
                        file.getFileName().toString(),
                        part(certificate, "CN"),
                        part(certificate, "O"),
                        certificate.getNotAfter().toInstant().toString().substring(0, 10),
                        left(file)));
    }

    /** Signs a challenge that comes from these pages. */
    synchronized SignResult sign(String id, String pin, String text, String origin) {
        var challenge = CardChallenge.parse(text).filter(given -> given.port().equals(origin));
        if (challenge.isEmpty()) {
            return new SignResult.NoChallenge();
        }
        // only a card that the list shows: an id is no path
        var card = list().stream().filter(shown -> shown.id().equals(id)).findFirst();
        if (card.isEmpty()) {
            return new SignResult.NoCard();
        }
        var file = folder.resolve(card.get().id());
        if (card.get().left() == 0) {
            return new SignResult.WrongPin(0);
        }
        // counted before the PIN is tried, so that a kill in between gives no attempt for nothing
        failed(file, MOST_FAILURES - card.get().left() + 1);
        try {
            var key = SoftwareKey.load(read(file).stream(), pin.toCharArray());
            failed(file, 0);
            return new SignResult.Signed(CardAnswer.sign(challenge.get(), key).text());
        } catch (UnusableKey wrong) {
            return new SignResult.WrongPin(left(file));
        }
    }

    private static int left(Path file) {
        var counter = counter(file);
        if (!Files.exists(counter)) {
            return MOST_FAILURES;
        }
        try {
            return Math.clamp(
                    MOST_FAILURES - Integer.parseInt(Files.readString(counter).strip()), 0, MOST_FAILURES);
        } catch (IOException | NumberFormatException unreadable) {
            return 0;
        }
    }

    private static void failed(Path file, int failures) {
        Durable.write(counter(file), Bytes.utf8(Integer.toString(failures)));
    }

    private static Path counter(Path file) {
        return file.resolveSibling(file.getFileName() + FAILURES);
    }

    private static Optional<X509Certificate> certificate(Path file) {
        return SoftwareCard.certificate(read(file));
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(X509Certificate certificate, String type) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equals(type))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
