package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ds:Signature} as it was found. Nothing in here is verified yet.
 *
 * @param signedInfo canonical bytes of SignedInfo in its place in the document: what the value signs
 * @param referenceUri the one reference's URI; must be empty, which means the whole document
 * @param transforms algorithm of each transform, in order
 * @param digestValue decoded; empty where it is no Base64
 * @param value decoded signature value; empty where it is no Base64
 * @param certificate DER bytes of X509Certificate, where present
 * @param offset where in the canonical form the element was left out
 * @param objections what is wrong with the element itself: a second reference, another place, an unknown child
 */
public record SignatureElement(
        Spot spot,
        String canonicalization,
        String signatureMethod,
        String digestMethod,
        String referenceUri,
        List<String> transforms,
        Bytes digestValue,
        Bytes value,
        Optional<String> keyName,
        Optional<Bytes> certificate,
        Bytes signedInfo,
        int offset,
        List<Finding> objections) {

    /** A place that is worked out when somebody asks. */
    public record Spot(Positions positions, int offset, String path) {
        Place place() {
            return positions.place(offset, path);
        }
    }

    public SignatureElement {
        transforms = List.copyOf(transforms);
        objections = List.copyOf(objections);
    }

    /** Where its start tag stands. */
    public Place place() {
        return spot.place();
    }

    /** The same with one more objection, as long as there are few. */
    SignatureElement objecting(Finding objection) {
        if (objections.size() > SignaturePass.MOST_OBJECTIONS) {
            return this;
        }
        var all = new ArrayList<>(objections);
        all.add(objection);
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
                signedInfo,
                offset,
                all);
    }
}
