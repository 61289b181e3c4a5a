package io.kouan.ceb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.ceb.spec.BadSpecification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemarksTest {

    private final Catalogue catalogue = Catalogue.standard();
    private final Remarks remarks = Remarks.chinese();

    @Test
    void everyNoteOfEveryFieldIsThereInChinese() {
        var notes = fields().filter(field -> !field.note().isEmpty()).toList();

        assertThat(notes).hasSizeGreaterThan(600);
        for (FieldType field : notes) {
            assertThat(remarks.note(field))
                    .as(field.name() + ": " + field.note())
                    .isNotBlank()
                    .endsWith("。")
                    .doesNotContain("{", "$");
        }
    }

    @Test
    void everyRuleOfEveryMessageAndEveryWordOnTheEditionBeforeIsThereInChinese() {
        assertThat(others())
                .hasSizeGreaterThan(100)
                .allSatisfy(remark -> assertThat(remarks.of(remark)).isNotBlank());
    }

    @Test
    void theFileHoldsNoLineThatNothingNeeds() {
        var used = Stream.concat(fields().map(FieldType::note), others().stream())
                .flatMap(Remarks::sentences)
                .collect(Collectors.toSet());

        assertThat(remarks.unused(used)).isEmpty();
    }

    @Test
    void lengthsFormatsAndCodesAreTakenOverAsTheyAre() {
        var head = catalogue.type("CEB621").body().head();

        assertThat(remarks.note(head.field("preNo"))).contains("规范正文为 an18（XSD 为 an..18，选填）。");
        assertThat(remarks.note(head.field("appType"))).contains("1 新增，2 变更，3 删除");
        assertThat(remarks.of("an..80")).isEqualTo("an..80");
        assertThat(remarks.of("Optional. Free text.")).isEqualTo("选填。可自由填写。");
    }

    @Test
    void aSentenceWithoutChineseIsRefusedByName() {
        assertThatThrownBy(() -> remarks.of("Free text. Something new."))
                .isInstanceOf(BadSpecification.class)
                .hasMessageContaining("Something new.");
    }

    private Stream<FieldType> fields() {
        var bodies = catalogue.types().stream()
                .flatMap(type -> Stream.of(
                                Optional.of(type.body().head()),
                                type.body().line(),
                                type.transfer(),
                                type.subscription(),
                                type.extension())
                        .flatMap(Optional::stream));
        return Stream.concat(bodies, Stream.of(catalogue.rootAttributes())).flatMap(entity -> entity.fields().stream());
    }

    private List<String> others() {
        return Stream.concat(
                        catalogue.types().stream().flatMap(type -> type.rules().stream()),
                        fields().map(FieldType::was2018).flatMap(Optional::stream))
                .toList();
    }
}
