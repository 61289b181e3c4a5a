package io.kouan.platform.licence;

import io.kouan.ceb.licence.ActivationRequest;
import io.kouan.platform.credentials.KnownCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What there is to say about a file with which a computer asks to be activated (FILE_SIGNED, LICENCE_OWNED). */
enum RequestVerdict {
    /** nobody has brought one */
    MISSING,
    /** unreadable, altered, too old, or signed with a card that does not count for it: ERR_ACTIVATION_FILE */
    BROKEN,
    /** whole, but for a licence that is not the enterprise's: ERR_LICENCE_OWNER */
    FOREIGN,
    FINE;

    /** A clock may be wrong by this much. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /**
     * Who brings the file, and when.
     *
     * @param licences all that are the enterprise's
     * @param typed the licence that the form names
     */
    record Bringer(long enterprise, Set<String> licences, String typed, Instant now) {}

    /**
     * Looks at a file. Pure.
     *
     * @param card finds a certificate that is on file by its serial number
     */
    static RequestVerdict of(
            Optional<ActivationRequest.Unchecked> file,
            Function<String, Optional<KnownCertificate>> card,
            Bringer bringer,
            boolean mayBeOld) {
        if (file.isEmpty()) {
            return BROKEN;
        }
        var request = file.get().request();
        var known = card.apply(request.certificate());
        boolean signed = known.filter(one -> file.get().isSignedBy(one.x509()))
                .filter(one -> isInForce(one, bringer.now()))
                .isPresent();
        if (!signed || (!mayBeOld && !isTimely(request.exportedAt(), bringer.now()))) {
            return BROKEN;
        }
        if (!bringer.licences().contains(request.licence())) {
            return FOREIGN;
        }
        boolean own = known.orElseThrow().enterpriseId() == bringer.enterprise();
        return own && request.licence().equals(bringer.typed()) ? FINE : BROKEN;
    }

    private static boolean isInForce(KnownCertificate card, Instant now) {
        return !card.isRevokedAt(now) && !now.isBefore(card.notBefore()) && !now.isAfter(card.notAfter());
    }

    private static boolean isTimely(Instant exported, Instant now) {
        return exported.isAfter(now.minus(ActivationForm.LIFE)) && exported.isBefore(now.plus(TOLERANCE));
    }
}
