package io.kouan.platform.exchange;

import io.kouan.ceb.envelope.DxpEnvelope;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies within bounds: of one body, of all bodies together that are in memory at a time, and of the time that a body may
 * take. The length is looked at before anything is read.
 */
final class BodyReader {

    /** An envelope carries its message in Base64, which makes it a third larger. */
    private static final int MOST_BYTES = Limits.STANDARD.maxBytes() / 3 * 4 + 64 * 1024;

    private static final int KILOBYTE = 1024;
    private static final int FIRST_ROOM = 64 * KILOBYTE;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** A message in work takes some times its own size. */
    private final Semaphore kilobytes;

    BodyReader(long memory) {
        kilobytes = new Semaphore(Math.toIntExact(Math.max(memory / 12, 2L * MOST_BYTES) / KILOBYTE));
    }

    /** What came of reading a body. */
    sealed interface Body {

        /** The whole body; to be closed when it is no longer held. */
        record Whole(Bytes bytes, Runnable release) implements Body, AutoCloseable {
            @Override
            public void close() {
                release.run();
            }
        }

        record Bad(Problem problem) implements Body {}
    }

    Body read(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length > MOST_BYTES) {
            return tooLarge();
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Body.Bad(Problem.of(
                    415, ExchangeCode.BODY_ENCODED, Map.of("encoding", encoding.replaceAll("[^\\w.-]", "?"))));
        }
        // a body of unknown length may turn out as large as any
        int reserved = (int) ((length < 0 ? MOST_BYTES : length) / KILOBYTE) + 1;
        if (!kilobytes.tryAcquire(reserved)) {
            return new Body.Bad(Problem.of(429, ExchangeCode.TOO_BUSY).retryAfter(2));
        }
        Body body = new Body.Bad(Problem.of(400, ExchangeCode.BODY_TRUNCATED));
        try {
            body = read(request.getInputStream(), length, reserved);
        } catch (IOException ended) {
            // Tomcat says so when the connection ends before the body does
        } finally {
            if (!(body instanceof Body.Whole)) {
                kilobytes.release(reserved);
            }
        }
        return body;
    }

    private Body read(InputStream in, long length, int reserved) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        var bytes = new byte[length < 0 ? FIRST_ROOM : (int) length];
        int filled = 0;
        while (true) {
            if (filled == bytes.length) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                if (filled == MOST_BYTES) {
                    return tooLarge();
                }
                bytes = Arrays.copyOf(bytes, Math.min(Math.max(bytes.length * 2, FIRST_ROOM), MOST_BYTES));
                bytes[filled++] = (byte) next;
            }
            int count = in.read(bytes, filled, bytes.length - filled);
            if (count < 0) {
                break;
            }
            filled += count;
            if (System.nanoTime() - deadline > 0) {
                return new Body.Bad(Problem.of(408, ExchangeCode.BODY_TRUNCATED));
            }
        }
        if (length >= 0 && filled < length) {
            return new Body.Bad(Problem.of(400, ExchangeCode.BODY_TRUNCATED));
        }
        var whole = Bytes.of(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled));
        if (filled > Limits.STANDARD.maxBytes() && !DxpEnvelope.isEnvelope(whole)) {
            return tooLarge();
        }
        return new Body.Whole(whole, () -> kilobytes.release(reserved));
    }

    private static Body tooLarge() {
        return new Body.Bad(Problem.of(413, ExchangeCode.BODY_TOO_LARGE, Map.of("max", Integer.toString(MOST_BYTES))));
    }
}
