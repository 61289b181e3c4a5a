package io.kouan.ceb.spec;

/** The specification's own data are wrong: a promise of the build is broken, nothing can start. */
public final class BadSpecification extends IllegalStateException {

    public BadSpecification(String where, String what) {
        super(where + ": " + what);
    }
}
