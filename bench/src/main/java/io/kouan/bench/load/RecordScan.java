package io.kouan.bench.load;

/**
 * Finds the records in a receipt's text: key and status, nothing else. The full reader looks at a sample of the receipts
 * afterwards; here it would cost what the measurement is about.
 */
final class RecordScan {

    private static final String STATUS = "<returnStatus>";

    private RecordScan() {}

    /** Gets each record of a receipt. */
    @FunctionalInterface
    interface Records {
        void record(long chain, String status);
    }

    /** Chain numbers stand behind the last {@code N} of every key, see the samples. */
    static int scan(Kind kind, String body, Records records) {
        int count = 0;
        int at = body.indexOf(kind.keyTag());
        while (at >= 0) {
            int keyFrom = at + kind.keyTag().length();
            int keyEnd = body.indexOf('<', keyFrom);
            int status = body.indexOf(STATUS, keyEnd);
            if (status < 0) {
                return count;
            }
            int statusFrom = status + STATUS.length();
            int number = body.lastIndexOf('N', keyEnd) + 1;
            records.record(
                    Long.parseLong(body, number, keyEnd, 10),
                    body.substring(statusFrom, body.indexOf('<', statusFrom)));
            count++;
            at = body.indexOf(kind.keyTag(), statusFrom);
        }
        return count;
    }
}
