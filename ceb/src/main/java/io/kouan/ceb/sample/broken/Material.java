package io.kouan.ceb.sample.broken;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleExport;
import io.kouan.ceb.sample.SampleExports;
import io.kouan.ceb.sample.SampleFollowUps;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.Signer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Valid things to break: a chain of documents for each code, and keys to sign with. */
final class Material {

    private static final long SEED = 0xB20C;
    private static final int CHAINS_PER_CODE = 1_000;

    private final Instant at;
    private final BrokenSamples.Keys keys;
    private final SampleChains chains;
    private final SampleExports exports;

    Material(Instant at, BrokenSamples.Keys keys) {
        this.at = at;
        this.keys = keys;
        this.chains = new SampleChains(SEED, at);
        this.exports = new SampleExports(SEED, at);
    }

    Instant at() {
        return at;
    }

    BrokenSamples.Keys keys() {
        return keys;
    }

    Signer signer(SampleEnterprise enterprise) {
        return keys.signers().apply(enterprise);
    }

    /** Somebody whom nobody here knows. */
    SandboxAuthority stranger() {
        return SandboxAuthority.create(true, at, new SecureRandom());
    }

    /** The direct purchase (9610) that belongs to this code, with at least two lines. */
    Draft direct(FindingCode code, String type) {
        return draft(code, type, chain(code, Mode.DIRECT_9610));
    }

    /** The bonded import (1210) that belongs to this code. */
    Draft bonded(FindingCode code, String type) {
        return draft(code, type, chain(code, Mode.BONDED_1210));
    }

    /** Another one of the same kind. */
    Draft further(FindingCode code, String type, int number) {
        return draft(code, type, chains.chain(first(code) + number, Mode.DIRECT_9610));
    }

    /** A document of any type that belongs to this code; {@code bonded CEB603} is one from a bonded zone. */
    Draft any(FindingCode code, String type) {
        long number = first(code);
        var imported = chain(code, Mode.DIRECT_9610);
        var exported = exports.export(number, SampleExports.Mode.GENERAL_9610);
        var later = new SampleFollowUps(at);
        var part = switch (type) {
            case "bonded CEB603" -> inventory(exports.export(number, SampleExports.Mode.BONDED_1210));
            case "CEB603" -> inventory(exported);
            case "CEB213" -> later.comeBack(exported, invtNo("E", number));
            case "CEB513" -> later.delivered(imported);
            case "CEB623" -> later.cancel(imported, invtNo("I", number));
            case "CEB625" -> later.giveBack(imported, invtNo("I", number));
            case "CEB607" -> later.master(List.of(exported));
            case "CEB701" -> later.summary(exported.agent(), List.of(invtNo("E", number)));
            default -> part(type, imported);
        };
        return Draft.of(this, part, number);
    }

    private static SampleChain.Part inventory(SampleExport export) {
        return export.parts().getLast();
    }

    private static String invtNo(String direction, long number) {
        return String.format(Locale.ROOT, "%s2026%s%09d", SampleWorld.directOffice(), direction, number);
    }

    private SampleChain chain(FindingCode code, Mode mode) {
        return LongStream.range(first(code), first(code) + CHAINS_PER_CODE)
                .mapToObj(number -> chains.chain(number, mode))
                .filter(chain -> chain.order().lines().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    private Draft draft(FindingCode code, String type, SampleChain chain) {
        return Draft.of(this, part(type, chain), first(code));
    }

    private static SampleChain.Part part(String type, SampleChain chain) {
        return chain.parts().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static long first(FindingCode code) {
        return Long.parseLong(code.code().substring("CEB-".length())) * CHAINS_PER_CODE;
    }
}
