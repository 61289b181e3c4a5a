package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Scope;

/** The person who looks at a page, and what of it they may see. */
record Viewer(Person person, Scope scope) {

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
}
