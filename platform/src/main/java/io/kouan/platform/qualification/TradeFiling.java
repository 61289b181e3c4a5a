package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The foreign trade operator filing (对外贸易经营者备案, handbook S2a): what the program fills in, and what an approval brings. */
@Component
class TradeFiling implements SystemValues {

    static final String FORM = "foreign_trade_operator";

    private final EnterpriseProfiles profiles;

    TradeFiling(EnterpriseProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String form() {
        return FORM;
    }

    /** The credit code is proposed wherever an older number used to be asked for. */
    @Override
    public Answers fill(Situation situation) {
        var answers = situation.answers();
        var uscc = answers.text("uscc");
        if (situation.is("begin") && answers.text("licence_no").isEmpty()) {
            answers = answers.with("licence_no", uscc);
        }
        if (situation.is("approve") && answers.text("import_export_code").isEmpty()) {
            answers = answers.with("import_export_code", uscc);
        }
        return answers;
    }

    @EventListener
    void approved(FormMoved moved) {
        if (moved.record().form().equals(FORM) && moved.action().equals("approve")) {
            var answers = moved.record().answers();
            profiles.remember(
                    moved.record().enterprise().orElseThrow(),
                    Map.of(
                            "import_export_code", answers.text("import_export_code"),
                            "fto_record_no", answers.text("record_no"),
                            "name_en", answers.text("operator_name_en")));
        }
    }
}
