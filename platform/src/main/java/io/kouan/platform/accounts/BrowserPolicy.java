package io.kouan.platform.accounts;

/**
 * What browsers are told to refuse on the port's pages (Content-Security-Policy): everything inline, and everything that is not a
 * file of our own.
 */
public final class BrowserPolicy {

    /** On all pages. */
    public static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private BrowserPolicy() {}

    /** On a page whose script talks to one more address. */
    public static String connectingTo(String origin) {
        if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException("no origin: " + origin);
        }
        return PAGES.replace("connect-src 'self'", "connect-src 'self' " + origin);
    }
}
