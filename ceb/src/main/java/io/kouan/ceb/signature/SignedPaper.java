package io.kouan.ceb.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A short paper of names and values that somebody has signed: anybody can read it, nobody can change it. As a file it is one flat
 * JSON object of texts, a line each, and there is exactly one way to write it: a file that differs from that by one byte is none.
 *
 * <p>Security guarantee of {@link #isSignedBy}: whoever wrote the paper held that certificate's private key and signed its kind, all
 * its values and who signed. Not guaranteed: that the certificate counts, or that what the paper says is true.
 *
 * @param kind what the paper is, for example {@code licence}; part of what is signed, so that no paper passes for another
 * @param values in the order in which they stand in the file
 * @param signer serial number of the certificate that it was signed with
 */
public record SignedPaper(String kind, Map<String, String> values, String signer, Bytes signature) {

    private static final int LONGEST = 16 * 1024;
    private static final String KIND = "kouan";
    private static final String VERSION = " 1";
    private static final String SIGNER = "signed_by";
    private static final String SIGNATURE = "signature";
    private static final String BEGIN = "  \"";
    private static final String MIDDLE = "\": \"";

    public SignedPaper {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Signs; line breaks and other control characters in values become spaces. */
    public static SignedPaper sign(String kind, Map<String, String> values, SoftwareKey key) {
        var clean = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> clean.put(name, value.replaceAll("\\p{Cntrl}", " ")));
        var signer = new EnterpriseCertificate(key.certificate()).serial();
        var unsigned = new SignedPaper(kind, clean, signer, Bytes.EMPTY);
        return new SignedPaper(kind, clean, signer, key.signText(Bytes.utf8(unsigned.signedText())));
    }

    /** Whether the key of this certificate has signed the paper as it stands. */
    public boolean isSignedBy(X509Certificate certificate) {
        return signer.equals(new EnterpriseCertificate(certificate).serial())
                && TextSignatures.verifies(Bytes.utf8(signedText()), certificate.getPublicKey(), signature);
    }

    /** A value; empty where the paper does not name it. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The file. */
    public Bytes file() {
        return Bytes.utf8(text());
    }

    private String text() {
        return signedText() + ",\n" + line(SIGNATURE, Base64.getEncoder().encodeToString(signature.array())) + "\n}\n";
    }

    /** Everything up to the signature. */
    private String signedText() {
        var text = new StringBuilder("{\n").append(line(KIND, kind + VERSION)).append(",\n");
        values.forEach((name, value) -> text.append(line(name, value)).append(",\n"));
        return text.append(line(SIGNER, signer)).toString();
    }

    private static String line(String name, String value) {
        return BEGIN + name + MIDDLE + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The paper in a file; empty where it is none of this kind, or anything in it stands in another way than it is written here. */
    public static Optional<SignedPaper> read(Bytes file, String kind) {
        if (file.size() > LONGEST) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (String line : new String(file.array(), UTF_8).split("\n", -1)) {
            int middle = line.indexOf(MIDDLE);
            if (line.startsWith(BEGIN) && middle >= BEGIN.length()) {
                var rest = line.substring(middle + MIDDLE.length());
                int end = rest.lastIndexOf('"');
                values.put(line.substring(BEGIN.length(), middle), unescaped(rest.substring(0, Math.max(end, 0))));
            }
        }
        boolean isKind = (kind + VERSION).equals(values.remove(KIND));
        var signer = values.remove(SIGNER);
        var signature = values.remove(SIGNATURE);
        if (!isKind || signer == null || signature == null) {
            return Optional.empty();
        }
        try {
            var paper = new SignedPaper(
                    kind, values, signer, Bytes.of(Base64.getDecoder().decode(signature)));
            return Optional.of(paper).filter(read -> read.file().equals(file));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
            plain.append(escape ? text.charAt(++i) : text.charAt(i));
        }
        return plain.toString();
    }
}
