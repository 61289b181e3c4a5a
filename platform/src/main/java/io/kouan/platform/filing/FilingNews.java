package io.kouan.platform.filing;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.transmission.BusinessTypes;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows when a filing moves: other rooms hear of it, and the business types of an entry end with the last filing there. */
@Component
class FilingNews {

    private final EnterpriseProfiles profiles;
    private final FormRecords records;
    private final BusinessTypes businessTypes;
    private final FilingChanges changes;
    private final ApplicationEventPublisher events;

    FilingNews(
            EnterpriseProfiles profiles,
            FormRecords records,
            BusinessTypes businessTypes,
            FilingChanges changes,
            ApplicationEventPublisher events) {
        this.profiles = profiles;
        this.records = records;
        this.businessTypes = businessTypes;
        this.changes = changes;
        this.events = events;
    }

    @EventListener
    void moved(FormMoved moved) {
        Entry.of(moved.record().form()).ifPresent(entry -> follow(entry, moved.record(), moved.action()));
    }

    private void follow(Entry entry, FormRecord record, String action) {
        long enterprise = record.enterprise().orElseThrow();
        switch (action) {
            case "approve" -> {
                if (entry == Entry.INSPECTION) {
                    remember(enterprise, record.answers().text("enterprise_filing_no"));
                }
                changes.approved(record);
                events.publishEvent(new FilingApproved(entry, enterprise, record.id(), entry.office(record)));
            }
            case "revoke", "cancel" -> {
                if (entry == Entry.INSPECTION) {
                    remember(enterprise, "");
                }
                if (records.newest(enterprise, entry.form(), Set.of("APPROVED")).isEmpty()) {
                    businessTypes.closeAll(enterprise, entry.realm());
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
}
