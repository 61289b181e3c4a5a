package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A record in a list. */
public record RecordView(
        long id,
        String form,
        String title,
        String number,
        String state,
        String tone,
        String updated,
        String claimedBy,
        int version) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    public static RecordView of(FormRecord record, FormDefinition form, Language language) {
        var state = form.state(record.state()).orElseThrow();
        return new RecordView(
                record.id(),
                form.id(),
                form.title().in(language),
                record.number().orElse(""),
                state.label().in(language),
                tone(state, form),
                time(record.updatedAt()),
                record.claimedBy().orElse(""),
                record.version());
    }

    public static String time(Instant time) {
        return SECONDS.format(time);
    }

    /** Good where it ended well, bad where it ended otherwise, wait where somebody has to act. */
    static String tone(FormDefinition.State state, FormDefinition form) {
        if (state.end() || state.settled()) {
            boolean well = form.transitions().stream()
                    .anyMatch(step -> step.to().equals(state.code())
                            && !step.needsReason()
                            && !step.action().equals("withdraw")
                            && !step.action().equals("cancel"));
            return well ? "good" : "bad";
        }
        return state.code().equals(form.initialState()) ? "" : "wait";
    }
}
