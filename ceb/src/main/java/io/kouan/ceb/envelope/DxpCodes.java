package io.kouan.ceb.envelope;

import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.Finding;

/** The network's own codes ({@code codes/dxp-error.csv}) for our findings. */
final class DxpCodes {

    private DxpCodes() {}

    /** The code that stands with the finding's text; else the remainder of its range (dxp.md, section 4). */
    static String of(Finding finding) {
        var text = finding.code().text();
        return text.dxp().orElseGet(() -> switch (text.layer()) {
            case XML -> "0001";
            case SYNTAX, ENVELOPE -> "0002";
            case SIGNATURE -> "1999";
            case BUSINESS, EXCHANGE, CUSTOMS -> "2999";
        });
    }

    /** What the network calls it. */
    static String text(String code) {
        return CodeTables.named("dxp-error").find(code).map(row -> row.nameZh()).orElse(code);
    }
}
