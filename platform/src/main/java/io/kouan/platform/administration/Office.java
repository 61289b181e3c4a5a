package io.kouan.platform.administration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An office that can be chosen from one day to another.
 *
 * @param list option list it belongs to: customs_office or inspection_org
 * @param inspection of a customs office: the inspection office at the same place
 * @param writtenApplication of a customs office: whether a filing needs the sealed letter (书面申请)
 * @param until last day; empty while it is not closed
 */
public record Office(
        String list,
        String code,
        String nameZh,
        String nameEn,
        String inspection,
        boolean writtenApplication,
        LocalDate from,
        Optional<LocalDate> until) {

    /** Whether it is offered on a day. */
    public boolean isOffered(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
