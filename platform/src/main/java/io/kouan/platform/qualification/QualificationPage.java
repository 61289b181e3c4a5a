package io.kouan.platform.qualification;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The qualification system (企业资质, handbook S2): its menu, and the enterprise's own applications (查询打印). */
@Controller
@Requires(function = "forms")
class QualificationPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> FORMS =
            List.of(TradeFiling.FORM, Registration.FORM, ChangeRules.FORM, "card_application");

    private final FormRecords records;
    private final FormCatalogue catalogue;

    QualificationPage(FormRecords records, FormCatalogue catalogue) {
        this.records = records;
        this.catalogue = catalogue;
    }

    /** An application of the list. */
    public record Line(
            String form,
            long id,
            String number,
            String title,
            String state,
            String handedIn,
            String decided,
            String reason) {}

    @GetMapping("/qualification")
    String show(Actor actor, Model page) {
        var own = actor.enterprise().stream()
                .boxed()
                .flatMap(enterprise -> FORMS.stream().flatMap(form -> records.of(enterprise, form).stream()))
                .sorted(Comparator.comparing(FormRecord::updatedAt).reversed())
                .limit(20)
                .map(this::line)
                .toList();
        page.addAttribute("records", own);
        return "qualification";
    }

    private Line line(FormRecord record) {
        var form = catalogue.form(record.form());
        var decision = records.history(record.id()).reversed().stream()
                .filter(event -> record.submittedAt()
                        .filter(handedIn -> event.at().isAfter(handedIn))
                        .isPresent())
                .findFirst();
        return new Line(
                record.form(),
                record.id(),
                record.number().orElseGet(() -> Long.toString(record.id())),
                form.title().in(language()),
                form.state(record.state()).orElseThrow().label().in(language()),
                record.submittedAt().map(QualificationPage::time).orElse(""),
                decision.map(event -> time(event.at())).orElse(""),
                decision.map(event -> event.reason()).orElse(""));
    }

    private static String time(Instant moment) {
        return LocalDateTime.ofInstant(moment, PortTime.ZONE).format(TIME);
    }

    private static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }
}
