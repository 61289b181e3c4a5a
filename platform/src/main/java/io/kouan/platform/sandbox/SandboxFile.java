package io.kouan.platform.sandbox;

import java.util.List;

/**
 * What {@code sandbox/sandbox.json} holds: everything a client needs to act as one of the invented enterprises. Readable by
 * its owner only; nothing in it opens anything outside this sandbox.
 */
record SandboxFile(String baseUrl, List<Enterprise> enterprises, List<Account> people) {

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
     * Somebody who may sign in to the pages.
     *
     * @param enterprise customs code, empty for the staff of the port
     * @param office code of the office at which a reviewer sits, else empty
     */
    record Account(String login, String password, String role, String enterprise, String office) {}
}
