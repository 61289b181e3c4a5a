package io.kouan.platform.forms.page;

import io.kouan.platform.forms.definition.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a condition for the browser, which shows and hides fields by it while somebody types. */
final class ConditionJson {

    private ConditionJson() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Is(var field, var value) -> object("is", field, List.of(value));
            case Condition.OneOf(var field, var values) -> object("is", field, values);
            case Condition.Contains(var field, var value) -> object("contains", field, List.of(value));
            case Condition.Present(var field, var present) -> object(present ? "present" : "absent", field, List.of());
            case Condition.Context(var fact, var value) -> object("context", fact, List.of(value));
            case Condition.All(var all) -> group("all", all);
            case Condition.Any(var any) -> group("any", any);
            case Condition.Not(var one) -> group("not", List.of(one));
        };
    }

    private static String object(String kind, String field, List<String> values) {
        return values.stream()
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(",", "{\"" + kind + "\":\"" + field + "\",\"values\":[", "]}"));
    }

    private static String group(String kind, List<Condition> conditions) {
        return conditions.stream().map(ConditionJson::of).collect(Collectors.joining(",", "{\"" + kind + "\":[", "]}"));
    }
}
