package io.kouan.platform.transmission;

/** A reason as officers have to give it. */
final class Reason {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private Reason() {}

    static boolean isGiven(String text) {
        int length = text.strip().length();
        return length >= SHORTEST && length <= LONGEST;
    }
}
