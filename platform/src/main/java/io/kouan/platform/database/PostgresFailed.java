package io.kouan.platform.database;

/** PostgreSQL's own programs could not do what they were asked to; their output stands in the message. */
final class PostgresFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostgresFailed(String what, String output) {
        super(output.isBlank() ? what : what + "\n" + output.strip());
    }
}
