package io.kouan.platform.business;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.filing.Entry;
import io.kouan.platform.filing.FilingApproved;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.StepValues;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.Realm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the roles that were asked for: those of the customs entry when the service desk says so, those of the inspection entry with
 * them or, where the approval there comes later, with that approval (H-150, H-152).
 */
@Component
class RoleOpening implements StepValues {

    private final BusinessTypes businessTypes;
    private final BusinessRules rules;
    private final OpenedRoles roles;
    private final FormRecords records;
    private final FormSteps steps;
    private final Notifications notifications;
    private final RoleWords words;

    RoleOpening(
            BusinessTypes businessTypes,
            BusinessRules rules,
            OpenedRoles roles,
            FormRecords records,
            FormSteps steps,
            Notifications notifications,
            RoleWords words) {
        this.businessTypes = businessTypes;
        this.rules = rules;
        this.roles = roles;
        this.records = records;
        this.steps = steps;
        this.notifications = notifications;
        this.words = words;
    }

    @EventListener
    void moved(FormMoved moved) {
        if (isOpening(moved)) {
            var record = moved.record();
            long enterprise = record.enterprise().orElseThrow();
            var types = BusinessRequest.types(record.answers());
            open(enterprise, Realm.CUSTOMS, types, record, moved.actor());
            if (rules.inspectionFiling(enterprise).isPresent()) {
                open(enterprise, Realm.INSPECTION, types, record, moved.actor());
            }
        }
    }

    private void open(long enterprise, Realm realm, Set<BusinessType> types, FormRecord record, Actor by) {
        businessTypes.open(enterprise, realm, types, BusinessRequest.number(record), by);
    }

    /** What the inspection entry was still missing follows its approval. */
    @EventListener
    void approved(FilingApproved approval) {
        if (approval.entry() != Entry.INSPECTION) {
            return;
        }
        var atCustoms = businessTypes.of(approval.enterprise(), Realm.CUSTOMS);
        var before = businessTypes.of(approval.enterprise(), Realm.INSPECTION);
        for (FormRecord record : records.of(approval.enterprise(), BusinessRequest.FORM)) {
            var missing = new LinkedHashSet<>(BusinessRequest.types(record.answers()));
            missing.retainAll(atCustoms);
            missing.removeAll(before);
            if (record.state().equals(BusinessRequest.REPLIED) && !missing.isEmpty()) {
                follow(record, missing, approval.enterprise());
                before.addAll(missing);
            }
        }
    }

    private void follow(FormRecord record, Set<BusinessType> types, long enterprise) {
        open(enterprise, Realm.INSPECTION, types, record, Actor.program());
        var opened = roles.of(types, Realm.INSPECTION);
        var open = new HashSet<>(roles.of(businessTypes.of(enterprise, Realm.CUSTOMS), Realm.CUSTOMS));
        open.addAll(opened);
        steps.amend(
                record, BusinessRequest.withRoles(record.answers(), roles, open), Actor.program(), Role.SYSTEM.name());
        var link = "/forms/" + BusinessRequest.FORM + "/" + record.id();
        notifications.tell(
                "N-52",
                List.of(
                        new Reader(new Recipients.OfEnterprise(enterprise), link),
                        new Reader(new Recipients.OnePerson(record.submittedBy().orElse(record.createdBy())), link)),
                words.of(List.copyOf(opened)));
    }

    /** {roles} of N-52, and {no} of all notifications about a request. */
    @Override
    public Map<String, String> of(FormMoved moved) {
        if (!moved.record().form().equals(BusinessRequest.FORM)) {
            return Map.of();
        }
        var values =
                new HashMap<>(words.of(BusinessRequest.opened(moved.record().answers())));
        values.put("no", BusinessRequest.number(moved.record()));
        return values;
    }

    private static boolean isOpening(FormMoved moved) {
        return moved.record().form().equals(BusinessRequest.FORM)
                && moved.action().equals("open_roles");
    }
}
