package io.kouan.platform.forms.definition;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** When something of a form is shown, required or checked. */
public sealed interface Condition {

    /**
     * Whether it holds.
     *
     * @param field gives a field's value, empty where it has none
     * @param context gives a fact about the enterprise or the session, see {@link Fact}
     */
    boolean holds(UnaryOperator<String> field, UnaryOperator<String> context);

    /** The fields that it looks at. */
    default Stream<String> fields() {
        return switch (this) {
            case Is(var field, var _) -> Stream.of(field);
            case OneOf(var field, var _) -> Stream.of(field);
            case Contains(var field, var _) -> Stream.of(field);
            case Present(var field, var _) -> Stream.of(field);
            case Context _ -> Stream.empty();
            case All(var conditions) -> conditions.stream().flatMap(Condition::fields);
            case Any(var conditions) -> conditions.stream().flatMap(Condition::fields);
            case Not(var condition) -> condition.fields();
        };
    }

    record Is(String field, String value) implements Condition {
        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return fields.apply(field).equals(value);
        }
    }

    record OneOf(String field, List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return values.contains(fields.apply(field));
        }
    }

    /** A code is among those chosen. */
    record Contains(String field, String value) implements Condition {
        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return Arrays.asList(fields.apply(field).split(",", -1)).contains(value);
        }
    }

    record Present(String field, boolean present) implements Condition {
        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return fields.apply(field).isEmpty() != present;
        }
    }

    record Context(String fact, String value) implements Condition {
        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return context.apply(fact).equals(value);
        }
    }

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return conditions.stream().allMatch(one -> one.holds(fields, context));
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return conditions.stream().anyMatch(one -> one.holds(fields, context));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(UnaryOperator<String> fields, UnaryOperator<String> context) {
            return !condition.holds(fields, context);
        }
    }
}
