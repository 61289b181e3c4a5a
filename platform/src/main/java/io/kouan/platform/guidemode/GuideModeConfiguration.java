package io.kouan.platform.guidemode;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.Checklists;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exists in the sandbox only, and there unless {@code kouan.sandbox.guide} turns it off; nowhere else is there anything to call. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(GuideModeConfiguration.ON)
class GuideModeConfiguration {

    /** When there is a guide mode at all. */
    static final String ON = "${kouan.sandbox:true} and ${kouan.sandbox.guide:true}";

    @Bean
    SandboxGuide sandboxGuide(
            List<DeskDeed> rooms,
            FormRecords records,
            Forms forms,
            FormSteps steps,
            Checklists checklists,
            PortProfile port,
            EnterpriseProfiles profiles,
            Addressees addressees,
            People people,
            AuditLog audit) {
        var tools = new FormDeed.Tools(records, forms, steps, checklists, new DrawnValues(port, profiles));
        Stream<DeskDeed> ofForms = DeedLine.all().stream().map(line -> new FormDeed(line, tools));
        return new SandboxGuide(Stream.concat(ofForms, rooms.stream()).toList(), addressees, people, audit);
    }
}
