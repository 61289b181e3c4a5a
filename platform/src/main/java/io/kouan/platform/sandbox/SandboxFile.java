package io.kouan.platform.sandbox;

import java.util.List;

/**
 * What {@code sandbox/sandbox.json} holds: everything a client needs to act as one of the invented enterprises. Readable by
 * its owner only; nothing in it opens anything outside this sandbox.
 */
record SandboxFile(String baseUrl, List<Enterprise> enterprises, List<Account> people, List<DemoCard> cards) {

    /**
     * An enterprise with its channel and key.
     *
     * @param keyStore PKCS#12 file beside this one
     */
    record Enterprise(
            String customsCode,
            String creditCode,
            String nameZh,
            String nameEn,
            List<String> roles,
            String dxpId,
            String apiKey,
            String suite,
            String keyStore,
            String pin) {}

    /**
     * A card in a file, for the signing agent.
     *
     * @param kind LEGAL or OPERATOR
     * @param enterprise customs code
     * @param file PKCS#12 file, relative to the folder of this one
     */
    record DemoCard(String number, String kind, String holder, String enterprise, String file, String pin) {}

    /**
     * Somebody who may sign in to the pages.
     *
     * @param enterprise customs code, empty for the staff of the port
     * @param office code of the office at which a reviewer sits, else empty
     */
    record Account(String login, String password, String role, String enterprise, String office) {}
}
