package io.kouan.platform.transmission;

import java.time.Instant;
import java.util.Optional;

/**
 * A channel as its officers see it.
 *
 * @param version of its state; a step names the one that was looked at
 */
public record ChannelView(
        String dxpId,
        long enterpriseId,
        String customsCode,
        String nameZh,
        String nameEn,
        String mode,
        ChannelState state,
        String reason,
        Optional<Instant> openedAt,
        int version) {}
