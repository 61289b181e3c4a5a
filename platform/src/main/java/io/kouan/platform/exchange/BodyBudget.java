package io.kouan.platform.exchange;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * How much memory bodies may take, all together and for each sender, so that one who sends much and slowly takes nobody
 * else's room. Counted in kilobytes; whoever finds no room is told at once.
 */
final class BodyBudget {

    private static final int KILOBYTE = 1024;

    private final Semaphore all;
    private final int each;
    private final ConcurrentMap<String, Semaphore> owners = new ConcurrentHashMap<>();

    /**
     * @param all bytes of all bodies at a time
     * @param each bytes of one owner's bodies at a time
     */
    BodyBudget(long all, long each) {
        this.all = new Semaphore(kilobytes(Math.max(all, each)));
        this.each = kilobytes(each);
    }

    /** Nothing taken yet. */
    Share shareOf(String owner) {
        return new Share(owners.computeIfAbsent(owner, none -> new Semaphore(each)));
    }

    /** What one body takes; not for several threads. */
    final class Share implements AutoCloseable {

        private final Semaphore own;
        private int taken;

        private Share(Semaphore own) {
            this.own = own;
        }

        /** Takes as much more as is needed to hold that many bytes; false where there is no room. */
        boolean growTo(long bytes) {
            int more = kilobytes(bytes) - taken;
            if (more <= 0) {
                return true;
            }
            if (!own.tryAcquire(more)) {
                return false;
            }
            if (!all.tryAcquire(more)) {
                own.release(more);
                return false;
            }
            taken += more;
            return true;
        }

        @Override
        public void close() {
            own.release(taken);
            all.release(taken);
            taken = 0;
        }
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact(bytes / KILOBYTE) + 1;
    }
}
