package io.kouan.platform.customs;

import io.kouan.ceb.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** How findings become the status and text of a receipt. */
public final class Verdicts {

    private static final int LONGEST = 1000;

    private Verdicts() {}

    /** Status that a finding leads to: what its code says, else returned. */
    public static int status(Finding finding) {
        return finding.code()
                .text()
                .receipt()
                .map(receipt -> Integer.parseInt(receipt.status()))
                .orElse(Status.RETURNED.code());
    }

    /** The decisive finding's literal first, further ones behind it, within the field's length. */
    public static String info(List<Finding> findings) {
        var text = findings.stream().map(Finding::returnInfo).distinct().collect(Collectors.joining(","));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** As {@link #info}, with the values compared behind each literal, as customs writes them. */
    public static String mismatches(List<Mismatch> mismatches) {
        var text = new StringBuilder();
        String last = "";
        for (Mismatch mismatch : mismatches) {
            var info = mismatch.finding().returnInfo();
            if (!info.equals(last)) {
                text.append(text.isEmpty() ? "" : ",").append(info);
                last = info;
            }
            var values = mismatch.finding().values();
            text.append(",[").append(values.get("left")).append(':').append(values.get("leftValue"));
            text.append(',')
                    .append(values.get("right"))
                    .append(':')
                    .append(values.get("rightValue"))
                    .append(']');
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 1) + "…";
    }
}
