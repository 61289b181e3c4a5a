package io.kouan.platform.accounts;

import java.util.List;

/**
 * Pages that need nobody to have signed in. Each room contributes its own as a bean; everything else is closed.
 *
 * @param patterns paths as Spring matches them, for example {@code /notices/**}
 */
public record PublicPages(List<String> patterns) {

    public PublicPages {
        patterns = List.copyOf(patterns);
    }

    public static PublicPages of(String... patterns) {
        return new PublicPages(List.of(patterns));
    }
}
