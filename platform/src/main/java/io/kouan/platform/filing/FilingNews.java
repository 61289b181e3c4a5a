package io.kouan.platform.filing;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows when a filing moves: other rooms hear of it, the enterprise and the people of its office are told. */
@Component
class FilingNews {

    private static final Set<String> FOR_THE_OFFICE = Set.of("N-40", "N-50");

    private final EnterpriseProfiles profiles;
    private final People people;
    private final Notifications notifications;
    private final FormCatalogue catalogue;
    private final ApplicationEventPublisher events;

    FilingNews(
            EnterpriseProfiles profiles,
            People people,
            Notifications notifications,
            FormCatalogue catalogue,
            ApplicationEventPublisher events) {
        this.profiles = profiles;
        this.people = people;
        this.notifications = notifications;
        this.catalogue = catalogue;
        this.events = events;
    }

    @EventListener
    void moved(FormMoved moved) {
        Entry.of(moved.record().form()).ifPresent(entry -> {
            tell(entry, moved);
            follow(entry, moved.record(), moved.action());
        });
    }

    private void follow(Entry entry, FormRecord record, String action) {
        long enterprise = record.enterprise().orElseThrow();
        switch (action) {
            case "approve" -> {
                if (entry == Entry.INSPECTION) {
                    remember(enterprise, record.answers().text("enterprise_filing_no"));
                }
                events.publishEvent(new FilingApproved(entry, enterprise, record.id(), entry.office(record)));
            }
            case "revoke", "cancel" -> {
                if (entry == Entry.INSPECTION) {
                    remember(enterprise, "");
                }
                events.publishEvent(new FilingEnded(entry, enterprise, record.id(), entry.office(record)));
            }
            default -> {
                // nothing else follows from the other steps
            }
        }
    }

    private void remember(long enterprise, String filingNumber) {
        profiles.remember(enterprise, Map.of("enterprise_filing_no", filingNumber));
    }

    private void tell(Entry entry, FormMoved moved) {
        moved.notification().ifPresent(id -> {
            var record = moved.record();
            var values = Map.of(
                    "form", catalogue.form(record.form()).title().zh(),
                    "no", record.number().orElse(""),
                    "reason", moved.decision().reason().strip(),
                    "enterprise_filing_no", record.answers().text("enterprise_filing_no"));
            notifications.tell(
                    id, new Recipients.OfEnterprise(record.enterprise().orElseThrow()), values);
            if (FOR_THE_OFFICE.contains(id)) {
                people.at(entry.reviewer(), entry.office(record))
                        .forEach(login -> notifications.tell(id, new Recipients.OnePerson(login), values));
            }
        });
    }
}
