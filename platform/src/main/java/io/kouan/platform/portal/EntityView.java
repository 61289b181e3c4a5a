package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.CodeTable;
import io.kouan.ceb.catalogue.EntityType;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.catalogue.Remarks;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Personal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An entity with its fields as the reference shows it. */
record EntityView(String name, String title, List<FieldView> fields) {

    /** Most codes listed at a field; longer tables are named only. */
    private static final int MOST_CODES = 24;

    /**
     * A field. {@code disagreement} tells where the texts differ from the schema or from the edition of 2018.
     *
     * @param presence M, C or O as the business sees it
     * @param optionalInSchema whether the schema lets it be missing although the business asks for it
     */
    record FieldView(
            String name,
            String title,
            String format,
            String presence,
            boolean optionalInSchema,
            String length,
            String fixed,
            String table,
            List<String> codes,
            boolean personal,
            String note,
            String was2018) {}

    static List<EntityView> of(MessageType type, Language language) {
        return Stream.of(
                        Optional.of(type.body().head()),
                        type.body().line(),
                        type.transfer(),
                        type.subscription(),
                        type.extension())
                .flatMap(Optional::stream)
                .map(entity -> of(entity, language))
                .toList();
    }

    private static EntityView of(EntityType entity, Language language) {
        return new EntityView(
                entity.name(),
                language == Language.ZH ? entity.nameZh() : entity.nameEn(),
                entity.fields().stream().map(field -> of(field, language)).toList());
    }

    private static FieldView of(FieldType field, Language language) {
        var table = field.codes();
        boolean listed = table.filter(codes -> codes.all().size() <= MOST_CODES).isPresent();
        return new FieldView(
                field.name(),
                language == Language.ZH ? field.nameZh() : field.nameEn(),
                field.format(),
                field.duty().name().substring(0, 1),
                field.schemaMin() == 0 && field.duty() == FieldType.Duty.MANDATORY,
                length(field),
                field.fixed().orElse(""),
                table.filter(codes -> !codes.name().equals(field.name()))
                        .map(CodeTable::name)
                        .orElse(""),
                listed
                        ? table.orElseThrow().all().stream()
                                .map(code ->
                                        code.code() + " " + (language == Language.ZH ? code.nameZh() : code.nameEn()))
                                .toList()
                        : List.of(),
                Personal.isPersonal(field.name()),
                language == Language.ZH ? Remarks.chinese().note(field) : field.note(),
                field.was2018()
                        .map(was -> language == Language.ZH ? Remarks.chinese().of(was) : was)
                        .orElse(""));
    }

    private static String length(FieldType field) {
        if (field.totalDigits().isPresent()) {
            var digits = String.valueOf(field.totalDigits().getAsInt());
            return field.fractionDigits().isEmpty()
                    ? digits
                    : digits + "," + field.fractionDigits().getAsInt();
        }
        if (field.maxLength().isEmpty()) {
            return "";
        }
        int most = field.maxLength().getAsInt();
        return field.minLength() == most ? String.valueOf(most) : field.minLength() + "–" + most;
    }
}
