package io.kouan.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormLists;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.ListQuery;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Query conditions, order and pages of the list of filings. */
class FilingListTest {

    private final FilingDesk desk = new FilingDesk();
    private final FormDefinition form = desk.port.bean(FormCatalogue.class).form(Entry.INSPECTION.form());

    @Test
    void h129aQueryByStateAndDatesFindsOnlyWhatMatchesAndAResetEverything() {
        var draft = desk.begin(Entry.INSPECTION);
        var early = dated(desk.atInspection("480040"), "2026-03-01");
        var late = dated(desk.atInspection("480100"), "2026-05-20");
        var back = desk.atInspection("485400");
        desk.take(back, "return", Decision.because("扫描件看不清楚", "UNREADABLE"), FilingDesk.inspection("485400"));
        dated(back, "2026-05-21");

        assertThat(found(Map.of(
                        "filing_state",
                        "SUBMITTED",
                        "declare_date.from",
                        "2026-05-01",
                        "declare_date.to",
                        "2026-05-31")))
                .containsExactly(late.id());
        assertThat(found(Map.of("filing_state", "SUBMITTED"))).containsExactly(late.id(), early.id());
        assertThat(found(Map.of("declare_date.to", "2026-03-01"))).containsExactly(early.id());
        assertThat(found(Map.of())).containsExactly(draft.id(), back.id(), late.id(), early.id());
    }

    @Test
    void numbersAreFoundByTheirBeginningNamesByAPartAndTypesByOneOfThem() {
        var filed = desk.atInspection("480040");
        var platform = desk.fill(
                desk.begin(Entry.INSPECTION), new Answers(Map.of("enterprise_type", "OPERATOR,PLATFORM"), Map.of()));

        assertThat(found(Map.of("filing_no", "480040"))).containsExactly(filed.id());
        assertThat(found(Map.of("filing_no", "80040"))).isEmpty();
        assertThat(found(Map.of("name_zh", "星海"))).contains(filed.id(), platform.id());
        assertThat(found(Map.of("enterprise_type", "PLATFORM"))).containsExactly(platform.id());
        assertThat(found(Map.of("filing_no", "%' or '1'='1"))).isEmpty();
    }

    @Test
    void aListComesInPagesAndHoldsTheOwnEnterprisesOnly() {
        new FilingDesk().begin(Entry.INSPECTION);
        var all = List.of(desk.begin(Entry.INSPECTION), desk.begin(Entry.INSPECTION), desk.begin(Entry.INSPECTION));
        var lists = desk.port.bean(FormLists.class);
        var list = form.listPage().orElseThrow();

        var second = lists.find(form, list, desk.enterprise, new ListQuery(Map.of(), 2, 2));

        assertThat(second.total()).isEqualTo(3);
        assertThat(second.records())
                .extracting(FormRecord::id)
                .containsExactly(all.getFirst().id());
    }

    private List<Long> found(Map<String, String> conditions) {
        var slice = desk.port
                .bean(FormLists.class)
                .find(form, form.listPage().orElseThrow(), desk.enterprise, new ListQuery(conditions, 1, 20));
        return slice.records().stream().map(FormRecord::id).toList();
    }

    private FormRecord dated(FormRecord record, String day) {
        desk.port.db().sql("""
                        update form_record
                           set answers = jsonb_set(answers::jsonb, '{fields,declare_date}', to_jsonb(:day::text))::json
                         where id = :id
                        """).param("day", day).param("id", record.id()).update();
        return record;
    }
}
