package io.kouan.ceb.message;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Words the reasons for which a reading ends at once. */
final class Refusals {

    private static final int LONGEST_DETAIL = 160;

    private final Positions positions;

    Refusals(Positions positions) {
        this.positions = positions;
    }

    Unacceptable of(FindingCode code, int offset, Map<String, String> values) {
        return new Unacceptable(new Finding(code, positions.place(offset, "/"), values));
    }

    Unacceptable textTooLong(int offset, Limits limits) {
        return of(ReadingCode.TEXT_TOO_LONG, offset, Map.of("max", String.valueOf(limits.maxText())));
    }

    Unacceptable notWellFormed(String message, int offset) {
        var detail = message.lines().findFirst().orElse("");
        return of(ReadingCode.NOT_WELL_FORMED, offset, Map.of("detail", Collected.cut(detail, LONGEST_DETAIL)));
    }

    /** What the parser said, at the place it said; the offset serves where it names none. */
    Unacceptable notWellFormed(XMLStreamException e, int offset) {
        var message = String.valueOf(e.getMessage());
        var at = e.getLocation();
        if (message.startsWith("Unexpanded ENTITY_REFERENCE")) {
            return of(ReadingCode.ENTITY_FORBIDDEN, offset, Map.of());
        }
        return notWellFormed(message, at == null ? offset : Math.max(at.getCharacterOffset(), 0));
    }
}
