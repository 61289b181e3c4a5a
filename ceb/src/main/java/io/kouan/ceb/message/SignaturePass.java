package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code ds:Signature} of the one shape that the specification knows. Whatever is not of that shape becomes an
 * objection; verification refuses on any objection, so nothing unknown can change the meaning of what is known.
 */
final class SignaturePass {

    private static final int MOST_OBJECTIONS = 10;

    /** More than any certificate needs. */
    private static final int LARGEST_VALUE = 64 * 1024;

    private final Cursor cursor;
    private final List<Finding> objections = new ArrayList<>();
    private final List<String> transforms = new ArrayList<>();
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
        var place = cursor.here(path);
        int depth = cursor.depth();
        var names = new ArrayList<String>();
        var seen = new ArrayList<String>();
        while (true) {
            if (cursor.nextIsStart()) {
                names.add(cursor.local());
                var here = String.join("/", names);
                if (!cursor.uri().equals(Catalogue.DS_NAMESPACE)) {
                    object(SignatureShape.UNKNOWN_PART, path + "/" + here, cursor.local());
                }
                start(here, path);
                if (seen.contains(here)) {
                    object(SignatureShape.REPEATED_PART, path + "/" + here, cursor.local());
                }
                seen.add(here);
            } else {
                if (cursor.depth() == depth) {
                    break;
                }
                end(String.join("/", names), path);
                names.removeLast();
            }
        }
        missing(seen, path);
        return new SignatureElement(
                place,
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

    private void start(String here, String path) {
        switch (here) {
            case "SignedInfo",
                    "SignedInfo/Reference/DigestValue",
                    "SignatureValue",
                    "KeyInfo",
                    "KeyInfo/KeyName",
                    "KeyInfo/X509Data",
                    "KeyInfo/X509Data/X509Certificate",
                    "SignedInfo/Reference/Transforms" -> {}
            case "SignedInfo/CanonicalizationMethod" -> canonicalization = algorithm();
            case "SignedInfo/SignatureMethod" -> signatureMethod = algorithm();
            case "SignedInfo/Reference" -> {
                referenceUri = cursor.attribute("URI").orElse("(none)");
            }
            case "SignedInfo/Reference/Transforms/Transform" -> transforms.add(algorithm());
            case "SignedInfo/Reference/DigestMethod" -> digestMethod = algorithm();
            default -> object(SignatureShape.UNKNOWN_PART, path + "/" + here, cursor.local());
        }
    }

    private void end(String here, String path) {
        switch (here) {
            case "SignedInfo/Reference/DigestValue" -> digestValue = base64(path + "/" + here);
            case "SignatureValue" -> value = base64(path + "/" + here);
            case "KeyInfo/KeyName" -> keyName = Optional.of(cursor.text().strip());
            case "KeyInfo/X509Data/X509Certificate" -> certificate = Optional.of(base64(path + "/" + here));
            default -> {
                if (!cursor.textIsBlank()) {
                    object(SignatureShape.UNKNOWN_PART, path + "/" + here, "text()");
                }
            }
        }
    }

    private void missing(List<String> seen, String path) {
        for (String part : List.of(
                "SignedInfo",
                "SignedInfo/CanonicalizationMethod",
                "SignedInfo/SignatureMethod",
                "SignedInfo/Reference",
                "SignedInfo/Reference/DigestMethod",
                "SignedInfo/Reference/DigestValue",
                "SignatureValue")) {
            if (!seen.contains(part)) {
                object(SignatureShape.MISSING_PART, path + "/" + part, part);
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
            objections.add(new Finding(code, cursor.here(path), Map.of("part", part)));
        }
    }
}
