package io.kouan.platform.filing;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The written application (书面申请, DOC-08) to a customs office that wants one on paper: made from the filing, so that nothing is
 * typed twice. Its three points are that the enterprise applies to connect to the national unified edition, where it does which
 * business, and which documents are connected already.
 *
 * @param office to which it is addressed
 * @param directions import, export or both
 * @param documents already connected for declaration
 * @param missing points that the filing does not answer yet; the letter is not complete before
 */
record WrittenApplication(
        Label office,
        String enterprise,
        String creditCode,
        String customsCode,
        String place,
        Label directions,
        Label documents,
        LocalDate date,
        List<Label> missing) {

    private static final String PAPER = "gongkua_written_application";
    private static final List<String> POINTS = List.of("business_place", "directions", "connected_documents");

    WrittenApplication {
        missing = List.copyOf(missing);
    }

    static WrittenApplication of(Answers filing, FormCatalogue catalogue, Instant now) {
        var office = PortProfile.current().customsOffice(filing.text("customs_office"));
        return new WrittenApplication(
                office.map(it -> new Label(it.nameZh(), it.nameEn())).orElse(new Label("", "")),
                filing.text("name_zh"),
                filing.text("uscc"),
                filing.text("customs_code"),
                filing.text("business_place"),
                names(catalogue, "directions", filing),
                names(catalogue, "connected_documents", filing),
                LocalDate.ofInstant(now, PortTime.ZONE),
                POINTS.stream()
                        .filter(point -> filing.text(point).isEmpty())
                        .map(point -> field(catalogue, point).label())
                        .toList());
    }

    /** Whether all three points are there. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    private static Field field(FormCatalogue catalogue, String key) {
        return catalogue.form(PAPER).field(key).orElseThrow();
    }

    private static Label names(FormCatalogue catalogue, String key, Answers filing) {
        var list = catalogue.options(field(catalogue, key).options());
        var labels = Arrays.stream(filing.text(key).split(",", -1))
                .filter(code -> !code.isEmpty())
                .map(list::label)
                .toList();
        return new Label(
                labels.stream().map(Label::zh).collect(Collectors.joining("、")),
                labels.stream().map(Label::en).collect(Collectors.joining(", ")));
    }
}
