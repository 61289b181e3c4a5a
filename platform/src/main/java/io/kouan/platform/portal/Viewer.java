package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Entity;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The person who looks at a page, and what of it they may see. */
record Viewer(Person person, Scope scope) {

    /** Fields that name a party of a document by its customs code or credit code. */
    private static final List<String> PARTIES = List.of(
            "ebpCode", "ebcCode", "payCode", "logisticsCode", "agentCode", "areaCode", "assureCode", "operatorCode");

    private static final Set<Role> NEVER_DECIDE = EnumSet.of(
            Role.PORT_OPERATOR,
            Role.SYS_ADMIN,
            Role.SEC_ADMIN,
            Role.AUDITOR,
            Role.CONTENT_EDITOR,
            Role.CONTENT_PUBLISHER);

    /** Whether that enterprise's messages are the viewer's own; in all others personal data are masked. */
    public boolean owns(long enterpriseId) {
        return scope.owns(enterpriseId);
    }

    /** Name and customs code of the enterprise for which the viewer acts; empty for staff of the port. */
    public String affiliation(Language language) {
        return person.enterprise()
                .map(employer -> (language == Language.ZH ? employer.nameZh() : employer.nameEn()) + " · "
                        + employer.customsCode())
                .orElse("");
    }

    /** Whether the viewer has to do with messages: declares them, or runs the port. */
    public boolean readsMessages() {
        return person.roles().contains(Role.DECLARANT) || person.roles().contains(Role.PORT_OPERATOR);
    }

    /** Whether the viewer decides about applications; who runs the port, guards it or audits it decides nothing (SOD-06). */
    public boolean decides() {
        return person.roles().stream().anyMatch(role -> !role.isOfEnterprise() && !NEVER_DECIDE.contains(role));
    }

    /** Whether the viewer keeps the accounts of staff. */
    public boolean keepsAccounts() {
        return person.roles().contains(Role.SEC_ADMIN);
    }

    /** Whether the viewer reads the audit log. */
    public boolean audits() {
        return person.roles().contains(Role.AUDITOR);
    }

    /** Whether the viewer works at the window where cards are issued. */
    public boolean issuesCards() {
        return person.roles().contains(Role.DSC_CLERK);
    }

    /** Whether the viewer files applications for an enterprise. */
    public boolean files() {
        return person.enterprise().isPresent()
                && person.roles().stream()
                        .anyMatch(role -> role.isOfEnterprise()
                                && role != Role.DECLARANT
                                && role != Role.KJ_CUS_USER
                                && role != Role.KJ_CIQ_USER);
    }

    /** Whether the viewer files at the customs entry (报关入口). */
    public boolean filesAtCustoms() {
        return person.roles().contains(Role.KJ_CUS_USER);
    }

    /** Whether the viewer files at the inspection entry (报检入口). */
    public boolean filesForInspection() {
        return person.roles().contains(Role.KJ_CIQ_USER);
    }

    /** Where the viewer's work begins. */
    String home() {
        if (keepsAccounts()) {
            return "/staff";
        }
        if (audits()) {
            return "/audit";
        }
        if (decides()) {
            return "/desk";
        }
        if (files()) {
            return "/guide";
        }
        return filesAtCustoms() ? "/customs-entry" : filesForInspection() ? "/inspection-entry" : "/guide";
    }

    /** Whether the viewer looks at messages of many enterprises, so that lists have to name them. */
    public boolean seesAll() {
        return scope.enterprise().isEmpty();
    }

    /** Whether the viewer's enterprise is a party of the document: named in one of its code fields. */
    boolean isNamedIn(Entity head) {
        return person.enterprise()
                .filter(employer -> PARTIES.stream()
                        .map(field -> head.find(field).orElse(""))
                        .anyMatch(code -> code.equals(employer.customsCode()) || code.equals(employer.creditCode())))
                .isPresent();
    }
}
