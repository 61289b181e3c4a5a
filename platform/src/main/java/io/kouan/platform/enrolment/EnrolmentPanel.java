package io.kouan.platform.enrolment;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.exchange.TrialMessage;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 联调测试: the four test cases with state, time and what to do next, the newest messages, and the keys. */
@Component
@Order(20)
class EnrolmentPanel implements RecordPanels {

    private static final int NEWEST = 10;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    private final Enrolments enrolments;
    private final boolean sandbox;

    EnrolmentPanel(Enrolments enrolments, @Value("${kouan.sandbox:true}") boolean sandbox) {
        this.enrolments = enrolments;
        this.sandbox = sandbox;
    }

    /** A test case: passed at that time by that message, or open. */
    public record Case(String key, boolean passed, String time, String messageId) {}

    /** A message that was tried, with the first thing that was found. */
    public record Tried(
            String time, String messageId, String type, String outcome, String code, String what, String cure) {}

    /**
     * The panel.
     *
     * @param own whether the enterprise itself looks, which alone gets keys
     * @param live whether there is a key of the live channel to be had
     * @param alsoHere whether the live channel takes messages from this machine too, as in the sandbox
     */
    public record Content(
            long record, boolean own, boolean live, boolean alsoHere, List<Case> cases, List<Tried> tried) {}

    @Override
    public boolean isTurn(FormRecord record, Actor actor) {
        return record.form().equals(Enrolments.FORM)
                && record.state().equals(Enrolments.TESTING)
                && record.enterprise().equals(actor.enterprise());
    }

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        if (!record.form().equals(Enrolments.FORM) || !Enrolments.hasTest(record)) {
            return List.of();
        }
        var content = new Content(
                record.id(),
                record.enterprise().equals(actor.enterprise()),
                record.state().equals("LIVE"),
                sandbox && record.state().equals("LIVE"),
                enrolments.results(record).stream().map(EnrolmentPanel::row).toList(),
                enrolments.newest(record, NEWEST).stream()
                        .map(EnrolmentPanel::row)
                        .toList());
        return List.of(new Panel("enrolment-panel", content));
    }

    private static Case row(TestCase.Result result) {
        return new Case(
                result.testCase().name(),
                result.passed(),
                result.at().map(EnrolmentPanel::time).orElse(""),
                result.shownBy().map(TrialMessage::messageId).orElse(""));
    }

    private static Tried row(TrialMessage message) {
        var first = message.findings().stream()
                .filter(finding -> message.outcome() == TrialMessage.Outcome.REFUSED)
                .findFirst();
        return new Tried(
                time(message.at()),
                message.messageId(),
                message.messageType(),
                message.outcome().name(),
                first.map(finding -> finding.code().code()).orElse(""),
                first.map(finding -> finding.what(language())).orElse(""),
                first.map(finding -> finding.cure(language())).orElse(""));
    }

    private static String time(Instant time) {
        return SECONDS.format(time);
    }

    private static Language language() {
        return Locale.ENGLISH
                        .getLanguage()
                        .equals(LocaleContextHolder.getLocale().getLanguage())
                ? Language.EN
                : Language.ZH;
    }
}
