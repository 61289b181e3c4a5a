package io.kouan.platform.filing;

import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the program fills into the filings: who declared and when, and what the office said. */
@Configuration(proxyBeanMethods = false)
class FilingValues {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    @Bean
    SystemValues customsFilingValues(Clock clock) {
        return values(Entry.CUSTOMS, situation -> switch (situation.action()) {
            case "declare", "declare_with_letter" ->
                situation
                        .answers()
                        .with("declarant", situation.actor().name())
                        .with("declare_time", SECONDS.format(clock.instant()));
            case "return", "reject" ->
                situation
                        .answers()
                        .with("review_opinion", situation.decision().reason().strip());
            default -> situation.answers();
        });
    }

    @Bean
    SystemValues inspectionFilingValues() {
        return values(Entry.INSPECTION, situation -> switch (situation.action()) {
            case "begin" ->
                situation.answers().with("licence_no", situation.answers().text("uscc"));
            case "declare" ->
                situation
                        .answers()
                        .with("declarant", situation.actor().name())
                        .with("declare_date", situation.around().today().toString());
            default -> situation.answers();
        });
    }

    private static SystemValues values(Entry entry, java.util.function.Function<Situation, Answers> fill) {
        return new SystemValues() {

            @Override
            public String form() {
                return entry.form();
            }

            @Override
            public Answers fill(Situation situation) {
                return fill.apply(situation);
            }
        };
    }
}
