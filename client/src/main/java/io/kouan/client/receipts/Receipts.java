package io.kouan.client.receipts;

import io.kouan.client.credentials.Identity;
import io.kouan.client.exchange.Exchange;
import io.kouan.client.exchange.Receipt;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Fetches receipts: what has come so far, or with {@code --follow} also what comes. */
@Command(name = "receipts")
public final class Receipts implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 500;
    private static final Duration LONG_POLL = Duration.ofSeconds(30);

    private final Terminal terminal;
    private final Home home;

    @Mixin
    private final Identity identity = new Identity();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            defaultValue = "receipts")
    private Path out = Path.of("receipts");

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(names = "--after", paramLabel = "NUMBER")
    private Optional<Long> after = Optional.empty();

    @Option(names = "--no-ack")
    private boolean silent;

    @Option(names = "--json")
    private boolean json;

    private boolean returned;

    public Receipts(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var folder = new ReceiptFolder(out);
        var cursor = after.map(OptionalLong::of).orElseGet(folder::cursor);
        int fetched = 0;
        try (var exchange = new Exchange(identity.channel(home), terminal.language())) {
            while (true) {
                var page = exchange.receipts(cursor, follow ? LONG_POLL : Duration.ZERO, PAGE);
                for (Receipt receipt : page.receipts()) {
                    say(receipt, folder.keep(receipt));
                }
                if (!page.receipts().isEmpty()) {
                    // on disk first, then the cursor, then the port: whatever breaks off is fetched again
                    folder.advance(page.next());
                    cursor = OptionalLong.of(page.next());
                    fetched += page.receipts().size();
                    if (!silent) {
                        exchange.acknowledge(page.next());
                    }
                } else if (!follow) {
                    terminal.note("receipts.sum", fetched, out);
                    return returned ? ExitCode.FINDINGS : ExitCode.OK;
                }
            }
        }
    }

    private void say(Receipt receipt, Path file) {
        var statuses = receipt.statuses().orElse("");
        returned |= isReturn(receipt.type(), statuses);
        if (json) {
            var line = new LinkedHashMap<String, Object>();
            line.put("number", receipt.number());
            line.put("type", receipt.type());
            line.put("messageId", receipt.messageId().orElse(""));
            line.put("statuses", statuses);
            line.put("file", file.toString());
            terminal.print(JSON.writeValueAsString(line));
        } else {
            terminal.print(terminal.text(
                    "receipts.line",
                    String.valueOf(receipt.number()),
                    receipt.type(),
                    statuses,
                    receipt.messageId().orElse("-"),
                    file));
        }
    }

    /** Whether customs returned something (100) or could not take it in (below 0). */
    private static boolean isReturn(String type, String statuses) {
        return type.equals("DxpRep")
                || Arrays.stream(statuses.split("[ ,;]")).anyMatch(one -> one.equals("100") || one.startsWith("-"));
    }
}
