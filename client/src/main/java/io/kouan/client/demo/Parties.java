package io.kouan.client.demo;

import io.kouan.client.exchange.Exchange;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The enterprises that take part, each with its own channel. */
final class Parties implements AutoCloseable {

    private static final int PAGE = 1000;

    private final Map<String, Party> byCode;

    Parties(Home home, Sandbox sandbox, List<DemoMessage> messages) {
        byCode = messages.stream()
                .map(DemoMessage::sender)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> {
                    var enterprise = sandbox.enterprise(code)
                            .orElseThrow(() -> Failure.usage("identity.unknown", code, home.sandboxFile()));
                    return new Party(new Exchange(new Exchange.Channel(home.url(), enterprise.apiKey())));
                }));
    }

    Exchange exchange(String customsCode) {
        return Objects.requireNonNull(byCode.get(customsCode)).exchange;
    }

    Collection<Party> all() {
        return byCode.values();
    }

    @Override
    public void close() {
        byCode.values().forEach(party -> party.exchange.close());
    }

    /** One of them. Does not acknowledge: the receipts stay for whoever tries {@code client receipts} next. */
    static final class Party {

        private final Exchange exchange;
        private long after;

        private Party(Exchange exchange) {
            this.exchange = exchange;
        }

        /** What has come since the last time. */
        List<Receipt> news() {
            var page = exchange.receipts(OptionalLong.of(after), Duration.ZERO, PAGE);
            after = page.next();
            return page.receipts();
        }
    }
}
