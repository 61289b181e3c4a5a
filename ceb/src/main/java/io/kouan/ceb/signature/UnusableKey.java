package io.kouan.ceb.signature;

import org.jspecify.annotations.Nullable;

/** A key cannot be loaded, stored or used. The message never holds the PIN. */
public final class UnusableKey extends IllegalStateException {

    UnusableKey(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
