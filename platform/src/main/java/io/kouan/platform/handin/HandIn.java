package io.kouan.platform.handin;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.documents.DocumentWords;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The hand-in's form: what the program proposes, and what its prints name. */
@Component
class HandIn implements SystemValues, DocumentWords {

    static final String FORM = "unified_access_handin";

    private final FormCatalogue catalogue;

    HandIn(FormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String form() {
        return FORM;
    }

    /** The letter is proposed; the enterprise may write another. */
    @Override
    public Answers fill(Situation situation) {
        var answers = situation.answers();
        if (!situation.is("begin") || !answers.text("application_body").isEmpty()) {
            return answers;
        }
        var code = answers.text("customs_code");
        return answers.with(
                "application_body",
                "我公司" + answers.text("enterprise_name_zh") + "（统一社会信用代码：" + answers.text("uscc")
                        + (code.isEmpty() ? "" : "，海关十位编码：" + code)
                        + "）申请在" + PortProfile.current().zh().name()
                        + "开展跨境电子商务进出口业务，特向贵关申请接入跨境电子商务总署统一版系统，并开通通关服务平台权限。我公司承诺所提交的材料真实、有效，遵守海关及相关部门的规定。");
    }

    @Override
    public Map<String, String> words(FormRecord record) {
        return Map.of("deficits", Papers.told(catalogue.form(FORM), record.answers()));
    }
}
