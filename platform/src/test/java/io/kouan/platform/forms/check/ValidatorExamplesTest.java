package io.kouan.platform.forms.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.definition.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that the specification itself calls right or wrong. */
class ValidatorExamplesTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FieldCheck check = new FieldCheck(CATALOGUE, TODAY);

    @ParameterizedTest
    @MethodSource("right")
    void takesWhatIsRight(String validator, String value) {
        var field = fieldWith(validator);

        assertThat(check.faults(field, check.tidy(field, value), "here", key -> "RESIDENT_ID"))
                .filteredOn(fault -> !fault.warning())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatIsWrong(String validator, String value) {
        var field = fieldWith(validator);

        assertThat(check.faults(field, check.tidy(field, value), "here", key -> "RESIDENT_ID"))
                .anyMatch(fault -> !fault.warning());
    }

    static Stream<Arguments> right() {
        return examples("valid_examples");
    }

    static Stream<Arguments> wrong() {
        return examples("invalid_examples");
    }

    private static Stream<Arguments> examples(String key) {
        return new SpecFile("forms/shared/validators.yaml")
                .yaml().at("validators").map().entrySet().stream()
                        .flatMap(entry -> entry.getValue().list(key).stream()
                                .map(SpecNode::text)
                                .map(value -> Arguments.of(entry.getKey(), value)));
    }

    private static Field fieldWith(String validator) {
        return new Field(
                "x_id_no",
                new Label("字段", "Field"),
                FieldType.STRING,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Source.USER,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(validator),
                "",
                false,
                Mask.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
