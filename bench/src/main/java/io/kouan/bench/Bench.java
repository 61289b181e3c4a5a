package io.kouan.bench;

/** Measures what this machine can do. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.err.println("no measurement yet");
        System.exit(1);
    }
}
