package io.kouan.platform.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a browser is told that Chrome is recommended (WARN_BROWSER, handbook 2.10). It is told, never turned away. */
final class BrowserHint {

    /** Browsers that call themselves Chrome too. */
    private static final List<String> OTHERS = List.of(
            "Edg/", "EdgA/", "OPR/", "Vivaldi/", "SamsungBrowser/", "MicroMessenger/", "QQBrowser/", "UCBrowser/");

    private BrowserHint() {}

    /** What names itself is told; programs that do not are no browsers. */
    static boolean isDue(@Nullable String userAgent) {
        if (userAgent == null || !userAgent.startsWith("Mozilla/")) {
            return false;
        }
        boolean chrome = userAgent.contains("Chrome/") || userAgent.contains("CriOS/");
        return !chrome || OTHERS.stream().anyMatch(userAgent::contains);
    }
}
