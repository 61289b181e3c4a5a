package io.kouan.bench.load;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.client.exchange.Exchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Fetches the receipts of one channel by long poll, hands every record to the ledger, and acknowledges. */
final class ReceiptFetcher implements Runnable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final MessageReader READER = new MessageReader(Limits.STANDARD);
    private static final int PAGE = 500;
    private static final int SAMPLE_EVERY = 97;

    private final Channel channel;
    private final Ledger ledger;
    private final AtomicBoolean over;
    private final List<String> sample = new ArrayList<>();
    private int seen;

    ReceiptFetcher(Channel channel, Ledger ledger, AtomicBoolean over) {
        this.channel = channel;
        this.ledger = ledger;
        this.over = over;
    }

    /** A channel with how far its receipts have been fetched. */
    static final class Channel {
        private final InetSocketAddress address;
        private final String apiKey;
        private long next;

        private Channel(InetSocketAddress address, String apiKey, long next) {
            this.address = address;
            this.apiKey = apiKey;
            this.next = next;
        }

        /** Begins behind the receipts that are there already: they belong to somebody else. */
        static Channel open(String url, String apiKey) {
            var uri = URI.create(url);
            long next = 0;
            try (var exchange = new Exchange(new Exchange.Channel(url, apiKey))) {
                for (boolean more = true; more; ) {
                    var page = exchange.receipts(OptionalLong.of(next), Duration.ZERO, PAGE);
                    more = !page.receipts().isEmpty();
                    next = page.next();
                }
            }
            return new Channel(new InetSocketAddress(uri.getHost(), uri.getPort()), apiKey, next);
        }

        byte[] head(String method, String path, String contentType, int length) {
            return Wire.head(
                    method, path, address.getHostString() + ":" + address.getPort(), apiKey, contentType, length);
        }

        InetSocketAddress address() {
            return address;
        }
    }

    @Override
    public void run() {
        try (var wire = new Wire(channel.address)) {
            while (!over.get()) {
                var path = "/api/v1/receipts?after=" + channel.next + "&wait=1&limit=" + PAGE;
                var reply = wire.call(channel.head("GET", path, "application/json", 0), new byte[0]);
                if (reply.status() != 200) {
                    ledger.complain("receipts answered " + reply.status());
                    return;
                }
                long before = channel.next;
                page(reply.body().array(), System.nanoTime());
                if (channel.next > before) {
                    acknowledge(wire);
                }
            }
        } catch (IOException broken) {
            ledger.complain("receipts: " + broken);
        }
    }

    private void acknowledge(Wire wire) throws IOException {
        var body = Bytes.utf8("{\"upTo\":" + channel.next + "}").array();
        var reply = wire.call(channel.head("POST", "/api/v1/receipts/ack", "application/json", body.length), body);
        if (reply.status() != 200) {
            ledger.complain("acknowledging receipts answered " + reply.status());
        }
    }

    private void page(byte[] json, long nanos) {
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
            var type = "";
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    type = value(parser, parser.currentName(), type, nanos);
                }
            }
        }
    }

    private String value(JsonParser parser, String name, String type, long nanos) {
        parser.nextToken();
        switch (name) {
            case "next" -> channel.next = parser.getLongValue();
            case "type" -> {
                return parser.getString();
            }
            case "body" -> body(type, parser.getString(), nanos);
            default -> {}
        }
        return type;
    }

    private void body(String type, String body, long nanos) {
        var kind = Kind.ofReceipt(type);
        if (kind.isEmpty()) {
            ledger.complain("an unexpected receipt " + type);
            return;
        }
        int records =
                RecordScan.scan(kind.get(), body, (chain, status) -> ledger.receipt(kind.get(), chain, status, nanos));
        if (records == 0) {
            ledger.complain("a receipt " + type + " without records");
        }
        if (seen++ % SAMPLE_EVERY == 0) {
            sample.add(body);
        }
    }

    /** Reads a part of the receipts in full, when nobody waits any more. */
    void checkSample() {
        for (var body : sample) {
            if (!(READER.read(Bytes.utf8(body)) instanceof Reading.Read read) || !read.isValid()) {
                ledger.complain("a receipt breaks its schema: " + body.substring(0, Math.min(300, body.length())));
            }
        }
    }
}
