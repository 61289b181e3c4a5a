package io.kouan.platform.portal;

import io.kouan.platform.accounts.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One way in, as Spring's own table knows it: new pages are found by themselves. */
record Route(String method, String pattern, HandlerMethod handler) {

    private static final String OURS = "io.kouan.platform";

    /** Every route of ours. */
    static List<Route> all(RequestMappingHandlerMapping table) {
        return table.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith(OURS))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty()
                                ? Stream.of("GET", "POST")
                                : methods.stream().map(RequestMethod::name))
                        .map(method -> new Route(method, pattern, handler)));
    }

    Optional<Requires> requires() {
        return Optional.ofNullable(handler.getMethodAnnotation(Requires.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class)));
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** Names of the variables in its path. */
    List<String> variables() {
        return parts().stream()
                .filter(part -> part.startsWith("{"))
                .map(Route::name)
                .toList();
    }

    /** The path with values for its variables. */
    String path(UnaryOperator<String> values) {
        var path = new StringBuilder();
        parts().forEach(part -> path.append(part.startsWith("{") ? values.apply(name(part)) : part));
        return path.toString();
    }

    private static String name(String part) {
        int end = part.indexOf(':');
        return part.substring(1, end < 0 ? part.length() - 1 : end);
    }

    /** Literal texts and variables in turn; the pattern of a variable may have braces of its own. */
    private List<String> parts() {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char at = pattern.charAt(i);
            if (at == '{' && depth++ == 0 && i > start) {
                parts.add(pattern.substring(start, i));
                start = i;
            } else if (at == '}' && --depth == 0) {
                parts.add(pattern.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < pattern.length()) {
            parts.add(pattern.substring(start));
        }
        return parts;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
