package io.kouan.platform.exchange;

import io.kouan.platform.exchange.Receipts.Receipt;
import io.kouan.platform.transmission.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fetching receipts (回执) over HTTP. */
@Tag(name = "receipts", description = "Fetch receipts: in order, at least once, from a cursor")
@SecurityRequirement(name = "apiKey")
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptsApi {

    private static final int MOST = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Receipts receipts;
    private final Trials trials;

    ReceiptsApi(Receipts receipts, Trials trials) {
        this.receipts = receipts;
        this.trials = trials;
    }

    /**
     * Some receipts, and where the next ones begin.
     *
     * @param next give this as {@code after} of the next call
     */
    record Page(List<Receipt> receipts, long next) {}

    record Acknowledge(long upTo) {}

    record Acknowledged(long acknowledged) {}

    @Operation(
            summary = "Receipts behind a number",
            description = "Waits for the first one, at most `wait` seconds. Giving them out changes nothing: ask again"
                    + " with the same number and they come again.")
    @GetMapping
    Page after(
            @Parameter(hidden = true) Channel channel,
            @Parameter(description = "number after which to begin; without it from the acknowledged one") @RequestParam
                    Optional<Long> after,
            @Parameter(description = "seconds to wait for a receipt, 0 to 60") @RequestParam(defaultValue = "0")
                    int wait,
            @Parameter(description = "most receipts, 1 to 1000") @RequestParam(defaultValue = "100") int limit)
            throws InterruptedException {
        require(wait >= 0 && wait <= LONGEST_WAIT_SECONDS, "wait", "0…60");
        require(limit >= 1 && limit <= MOST, "limit", "1…1000");
        require(after.orElse(0L) >= 0, "after", "≥ 0");
        if (channel.trial()) {
            return page(trials.receipts(channel.dxpId(), after.orElse(0L), limit), after.orElse(0L));
        }
        long from = after.orElseGet(() -> receipts.cursor(channel.dxpId()));
        var found = receipts.after(channel.dxpId(), from, limit, Duration.ofSeconds(wait));
        return page(found, from);
    }

    private static Page page(List<Receipt> found, long from) {
        return new Page(found, found.isEmpty() ? from : found.getLast().number());
    }

    @Operation(
            summary = "Say up to which number receipts are held",
            description = "The cursor only moves forward; fetching without `after` begins there.")
    @PostMapping("/ack")
    Acknowledged acknowledge(@Parameter(hidden = true) Channel channel, @RequestBody Acknowledge request) {
        if (channel.trial()) {
            // those of a test channel are given out from the beginning each time
            return new Acknowledged(0);
        }
        var moved = receipts.acknowledge(channel.dxpId(), request.upTo());
        require(moved.isPresent(), "upTo", "≤ " + "number of the newest receipt");
        return new Acknowledged(moved.orElseThrow());
    }

    private static void require(boolean condition, String parameter, String expected) {
        if (!condition) {
            var values = Map.of("parameter", parameter, "expected", expected);
            throw new RefusedRequest(Problem.of(400, ExchangeCode.BAD_PARAMETER, values));
        }
    }
}
