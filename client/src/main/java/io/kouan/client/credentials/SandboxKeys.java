package io.kouan.client.credentials;

import io.kouan.ceb.signature.Signer;
import io.kouan.client.local.Home;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of all enterprises of the local sandbox, each loaded once. Safe for several threads. */
public final class SandboxKeys {

    private final Home home;
    private final Map<String, Signer> loaded = new ConcurrentHashMap<>();

    public SandboxKeys(Home home) {
        this.home = home;
    }

    /** The key of the enterprise with this customs code. */
    public Signer of(String customsCode) {
        return loaded.computeIfAbsent(customsCode, code -> SigningKey.load(home, Identity.enterprise(home, code)));
    }
}
