package io.kouan.platform.exchange;

import io.kouan.ceb.envelope.EnvelopeCode;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.envelope.Unsealed;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.platform.credentials.PortKeys;
import java.util.List;

/** Opens what was sealed for the port (数字信封, decision 3), with whichever of its keys it was sealed to. */
final class Seals {

    private final PortKeys keys;
    private final Limits limits;

    /** @param mostBytes of what was sealed: the same bound as for what comes open */
    Seals(PortKeys keys, int mostBytes) {
        this.keys = keys;
        var standard = Limits.STANDARD;
        this.limits = new Limits(
                mostBytes, standard.maxDepth(), standard.maxText(), standard.maxAttributes(), standard.maxFindings());
    }

    Unsealed open(Bytes sealed) {
        Unsealed last = new Unsealed.Closed(List.of(Finding.of(ExchangeCode.PORT_HAS_NO_CERTIFICATE, Place.WHOLE)));
        for (var key : keys.all()) {
            last = Sealing.open(sealed, key.certificate(), key.privateKey(), limits);
            if (!isForAnother(last)) {
                return last;
            }
        }
        return last;
    }

    private static boolean isForAnother(Unsealed unsealed) {
        return unsealed instanceof Unsealed.Closed(var findings)
                && findings.getFirst().code() == EnvelopeCode.SEALED_FOR_ANOTHER;
    }
}
