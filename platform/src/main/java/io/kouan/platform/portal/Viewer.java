package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Entity;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Scope;
import java.util.List;

/** The person who looks at a page, and what of it they may see. */
record Viewer(Person person, Scope scope) {

    /** Fields that name a party of a document by its customs code or credit code. */
    private static final List<String> PARTIES = List.of(
            "ebpCode", "ebcCode", "payCode", "logisticsCode", "agentCode", "areaCode", "assureCode", "operatorCode");

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
