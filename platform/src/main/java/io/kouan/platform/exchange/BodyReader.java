package io.kouan.platform.exchange;

import io.kouan.ceb.message.Bytes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies within bounds: of one body, of all bodies that are in memory at a time, and of the time that a body may take.
 * The length is looked at before anything is read.
 */
final class BodyReader {

    private static final int FIRST_ROOM = 64 * 1024;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int mostBytes;
    private final BodyBudget budget;

    /**
     * @param mostBytes of one body
     * @param memory of this program; a body in work takes some times its own size
     */
    BodyReader(int mostBytes, long memory) {
        this.mostBytes = mostBytes;
        this.budget = new BodyBudget(memory / 12, Math.max(memory / 48, mostBytes));
    }

    /** What came of reading a body. */
    sealed interface Body {

        /** The whole body; to be closed when it is no longer held. */
        record Whole(Bytes bytes, BodyBudget.Share share) implements Body, AutoCloseable {
            @Override
            public void close() {
                share.close();
            }
        }

        record Bad(Problem problem) implements Body {}
    }

    /**
     * Reads the request's body.
     *
     * @param owner whose memory it takes
     */
    Body read(HttpServletRequest request, String owner) {
        long length = request.getContentLengthLong();
        if (length > mostBytes) {
            return tooLarge();
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Body.Bad(Problem.of(
                    415, ExchangeCode.BODY_ENCODED, Map.of("encoding", encoding.replaceAll("[^\\w.-]", "?"))));
        }
        var share = budget.shareOf(owner);
        Body body = truncated(400);
        try {
            body = read(request.getInputStream(), length, share);
        } catch (IOException ended) {
            // the container says so when the connection ends before the body does
        } finally {
            if (!(body instanceof Body.Whole)) {
                share.close();
            }
        }
        return body;
    }

    private Body read(InputStream in, long length, BodyBudget.Share share) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int room = length < 0 ? FIRST_ROOM : (int) length;
        if (!share.growTo(room)) {
            return busy();
        }
        var bytes = new byte[room];
        int filled = 0;
        while (true) {
            if (filled == bytes.length) {
                // full: either this was all, or there is more than the first room
                int next = in.read();
                if (next < 0) {
                    break;
                }
                if (filled == mostBytes) {
                    return tooLarge();
                }
                room = Math.min(Math.max(bytes.length * 2, FIRST_ROOM), mostBytes);
                if (!share.growTo(room)) {
                    return busy();
                }
                bytes = Arrays.copyOf(bytes, room);
                bytes[filled++] = (byte) next;
            }
            int count = in.read(bytes, filled, bytes.length - filled);
            if (count < 0) {
                break;
            }
            filled += count;
            if (System.nanoTime() - deadline > 0) {
                return truncated(408);
            }
        }
        if (filled < length) {
            return truncated(400);
        }
        return new Body.Whole(Bytes.of(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled)), share);
    }

    private Body tooLarge() {
        return new Body.Bad(Problem.of(413, ExchangeCode.BODY_TOO_LARGE, Map.of("max", Integer.toString(mostBytes))));
    }

    private static Body truncated(int status) {
        return new Body.Bad(Problem.of(status, ExchangeCode.BODY_TRUNCATED));
    }

    private static Body busy() {
        return new Body.Bad(Problem.of(429, ExchangeCode.TOO_BUSY).retryAfter(2));
    }
}
