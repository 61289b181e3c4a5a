package io.kouan.client;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import io.kouan.client.files.Durable;
import io.kouan.client.local.Home;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox as the server leaves it behind: accounts in a file, keys of both generations beside it. */
public final class SandboxFixture {

    public static final String PIN = "246810";

    /** Made once: RSA keys take their time. */
    private static final Map<String, Bytes> KEY_STORES = keyStores(Instant.parse("2026-11-01T00:00:00Z"));

    private SandboxFixture() {}

    /** Writes it into the home; every channel opens with the same key. */
    public static void write(Home home, String apiKey) {
        var enterprises = new ArrayList<Map<String, Object>>();
        for (var one : SampleWorld.enterprises()) {
            var file = one.customsCode() + ".p12";
            Durable.write(home.sandboxFile().resolveSibling(file), KEY_STORES.get(one.customsCode()));
            var entry = new LinkedHashMap<String, Object>();
            entry.put("customsCode", one.customsCode());
            entry.put("creditCode", one.creditCode());
            entry.put("nameZh", one.nameZh());
            entry.put("nameEn", one.nameEn());
            entry.put("roles", List.of(one.role().name()));
            entry.put("dxpId", one.dxpId());
            entry.put("apiKey", apiKey);
            entry.put("suite", one.suite().name());
            entry.put("keyStore", file);
            entry.put("pin", PIN);
            enterprises.add(entry);
        }
        var json = JsonMapper.builder()
                .build()
                .writeValueAsString(
                        Map.of("baseUrl", "http://localhost:1", "enterprises", enterprises, "people", List.of()));
        Durable.write(home.sandboxFile(), Bytes.utf8(json));
    }

    public static Path keyFile(Home home, SampleEnterprise.Role role) {
        return home.sandboxFile().resolveSibling(SampleWorld.first(role).customsCode() + ".p12");
    }

    private static Map<String, Bytes> keyStores(Instant now) {
        var sm2 = SandboxAuthority.create(true, now, new SecureRandom());
        var rsa = SandboxAuthority.create(false, now, new SecureRandom());
        // enterprises of a generation share their keys here, because making RSA keys takes seconds
        var sm2Keys = sm2.newKeys();
        var rsaKeys = rsa.newKeys();
        var stores = new HashMap<String, Bytes>();
        for (var one : SampleWorld.enterprises()) {
            var authority = one.suite() == Suite.SM2_SM3 ? sm2 : rsa;
            var keys = authority.isSm2() ? sm2Keys : rsaKeys;
            var subject = new SandboxAuthority.Subject(one.nameZh(), one.creditCode(), "测试人");
            var from = now.minus(Duration.ofDays(1));
            var to = now.plus(Duration.ofDays(3650));
            var certificate = authority.issue(subject, keys.getPublic(), stores.size() + 1, from, to);
            stores.put(one.customsCode(), new SoftwareKey(keys.getPrivate(), certificate).store(PIN.toCharArray()));
        }
        return stores;
    }
}
