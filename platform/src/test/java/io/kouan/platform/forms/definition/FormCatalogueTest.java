package io.kouan.platform.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormCatalogueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final FormCatalogue catalogue = FormCatalogue.read(PortProfile.current());

    @Test
    void everyFormIsRead() {
        assertThat(catalogue.forms())
                .hasSize(19)
                .allSatisfy(form -> assertThat(form.fields()).isNotEmpty());
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(labels()).allSatisfy(label -> {
            assertThat(label.zh()).isNotBlank();
            assertThat(label.en()).as(label.zh()).isNotBlank();
        });
    }

    private Stream<Label> labels() {
        return catalogue.forms().stream()
                .flatMap(form -> Stream.of(
                                Stream.of(form.title()),
                                form.states().stream().map(FormDefinition.State::label),
                                form.buttons().stream().map(FormDefinition.Button::label),
                                form.sections().stream().map(Section::label),
                                form.fields().map(Field::label),
                                form.attachments().stream().map(AttachmentSlot::label),
                                form.fields()
                                        .filter(field -> field.type().isChoice())
                                        .flatMap(field -> catalogue.options(field.options()).on(DAY).stream())
                                        .map(Option::label))
                        .flatMap(labels -> labels));
    }

    @Test
    void theOfficesAreThoseOfThePort() {
        assertThat(catalogue.options("customs_office").on(DAY))
                .extracting(Option::code)
                .containsExactly("5791", "5795", "5770", "5788");
    }

    @Test
    void aListThatChangesWithTheDateOffersWhatCountsThen() {
        var levels = catalogue.options("aeo_level");

        assertThat(levels.on(LocalDate.of(2021, 10, 31)))
                .extracting(Option::code)
                .contains("GEN");
        assertThat(levels.on(LocalDate.of(2021, 11, 1)))
                .extracting(Option::code)
                .doesNotContain("GEN");
        assertThat(levels.on(LocalDate.of(2026, 11, 23)))
                .extracting(Option::code)
                .contains("WORST");
        assertThat(levels.label("GEN").zh()).isEqualTo("一般认证企业");
    }

    @Test
    void aLongListIsSearchedByCodeAndName() {
        var areas = catalogue.options("admin_area");

        assertThat(areas.search("4404", DAY, 10)).extracting(Option::code).startsWith("440402", "440403", "440404");
        assertThat(areas.search("斗门", DAY, 10)).extracting(Option::code).contains("440403");
        assertThat(areas.search("nowhere at all", DAY, 10)).isEmpty();
        assertThat(areas.find("110101", DAY)).isPresent();
    }

    @Test
    void anUnknownWordInAFormStopsTheStart() {
        var words = new Vocabulary(Map.of(), Map.of(), Map.of(), Set.of());

        assertThatThrownBy(() ->
                        new FormFile(new SpecFile("forms/foreign_trade_operator.yaml").yaml(), words, List.of()).read())
                .isInstanceOf(BadSpecification.class)
                .hasMessageContaining("unknown 'ENT_ADMIN'");
    }
}
