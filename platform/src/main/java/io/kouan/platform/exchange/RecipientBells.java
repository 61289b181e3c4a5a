package io.kouan.platform.exchange;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** One bell per channel, so that receipts for one do not wake the long polls of all others. */
@Component
class RecipientBells {

    private final ConcurrentMap<String, Bell> bells = new ConcurrentHashMap<>();

    Bell of(String dxpId) {
        return bells.computeIfAbsent(dxpId, none -> new Bell());
    }

    void ring(String dxpId) {
        of(dxpId).ring();
    }
}
