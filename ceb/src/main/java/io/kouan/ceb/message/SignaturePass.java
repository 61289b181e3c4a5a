package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code ds:Signature} of the one shape that the specification knows. Whatever is not of that shape becomes an
 * objection; verification refuses on any objection, so nothing unknown can change the meaning of what is known.
 */
final class SignaturePass {

    static final int MOST_OBJECTIONS = 10;

    /** More than any certificate needs. */
    private static final int LARGEST_VALUE = 64 * 1024;

    private static final List<String> REQUIRED = List.of(
            "/SignedInfo",
            "/SignedInfo/CanonicalizationMethod",
            "/SignedInfo/SignatureMethod",
            "/SignedInfo/Reference",
            "/SignedInfo/Reference/DigestMethod",
            "/SignedInfo/Reference/DigestValue",
            "/SignatureValue");

    private static final Set<String> KNOWN = Stream.concat(
                    REQUIRED.stream(),
                    Stream.of(
                            "/SignedInfo/Reference/Transforms",
                            "/SignedInfo/Reference/Transforms/Transform",
                            "/KeyInfo",
                            "/KeyInfo/KeyName",
                            "/KeyInfo/X509Data",
                            "/KeyInfo/X509Data/X509Certificate"))
            .collect(Collectors.toUnmodifiableSet());

    private final Cursor cursor;
    private final List<Finding> objections = new ArrayList<>();
    private final List<String> transforms = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String canonicalization = "";
    private String signatureMethod = "";
    private String digestMethod = "";
    private String referenceUri = "";
    private Bytes digestValue = Bytes.EMPTY;
    private Bytes value = Bytes.EMPTY;
    private Optional<String> keyName = Optional.empty();
    private Optional<Bytes> certificate = Optional.empty();

    SignaturePass(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The cursor stands at the start tag and will stand at the end tag. */
    SignatureElement read(String path) {
        var spot = new SignatureElement.Spot(cursor.positions(), cursor.offset(), path);
        children("", path);
        missing(path);
        return new SignatureElement(
                spot,
                canonicalization,
                signatureMethod,
                digestMethod,
                referenceUri,
                transforms,
                digestValue,
                value,
                keyName,
                certificate,
                cursor.signedInfo(),
                cursor.canonicalSize(),
                objections);
    }

    /** Reads what is in the element the cursor stands at, down to its end tag. */
    private void children(String parent, String path) {
        while (cursor.nextIsStart()) {
            noText(path + parent);
            var part = parent + "/" + cursor.local();
            boolean known = cursor.uri().equals(Catalogue.DS_NAMESPACE) && KNOWN.contains(part);
            if (!known) {
                object(SignatureShape.UNKNOWN_PART, path + part, cursor.local());
                cursor.skip();
                continue;
            }
            if (!seen.add(part)) {
                object(SignatureShape.REPEATED_PART, path + part, cursor.local());
            }
            start(part);
            children(part, path);
            end(part, path);
        }
    }

    private void start(String part) {
        switch (part) {
            case "/SignedInfo/CanonicalizationMethod" -> canonicalization = algorithm();
            case "/SignedInfo/SignatureMethod" -> signatureMethod = algorithm();
            case "/SignedInfo/Reference" ->
                referenceUri = cursor.attribute("URI").orElse("(none)");
            case "/SignedInfo/Reference/Transforms/Transform" -> transforms.add(algorithm());
            case "/SignedInfo/Reference/DigestMethod" -> digestMethod = algorithm();
            default -> {} // structure, or a text that is read at its end
        }
    }

    private void end(String part, String path) {
        switch (part) {
            case "/SignedInfo/Reference/DigestValue" -> digestValue = base64(path + part);
            case "/SignatureValue" -> value = base64(path + part);
            case "/KeyInfo/KeyName" -> keyName = Optional.of(cursor.text().strip());
            case "/KeyInfo/X509Data/X509Certificate" -> certificate = Optional.of(base64(path + part));
            default -> noText(path + part);
        }
    }

    private void noText(String path) {
        if (!cursor.textIsBlank()) {
            object(SignatureShape.UNKNOWN_PART, path, "text()");
        }
    }

    private void missing(String path) {
        for (String part : REQUIRED) {
            if (!seen.contains(part)) {
                object(SignatureShape.MISSING_PART, path + part, part.substring(1));
            }
        }
    }

    private String algorithm() {
        return cursor.attribute("Algorithm").orElse("");
    }

    private Bytes base64(String path) {
        if (Base64Text.decode(cursor.text(), LARGEST_VALUE) instanceof Base64Text.Decoded.Data(var bytes)) {
            return bytes;
        }
        object(SignatureShape.NOT_BASE64, path, cursor.local());
        return Bytes.EMPTY;
    }

    private void object(SignatureShape code, String path, String part) {
        if (objections.size() < MOST_OBJECTIONS) {
            objections.add(
                    new Finding(code, cursor.here(Collected.cut(path, 300)), Map.of("part", Collected.cut(part, 120))));
        }
    }
}
