package io.kouan.platform.staff;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;

/** Makes what the pages of staff accounts show. */
final class StaffView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(PortTime.ZONE);

    private final FormCatalogue catalogue;
    private final Language language;

    StaffView(FormCatalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    static StaffView inLanguageOfReader(FormCatalogue catalogue) {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return new StaffView(catalogue, Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH);
    }

    /** A line of the list. */
    record Row(
            String login,
            String name,
            String organisation,
            String roles,
            String office,
            String mobile,
            String confirmed,
            String disabled,
            String suspended) {}

    /** Roles to be confirmed again. */
    record Review(
            String chosen,
            String login,
            String name,
            String roles,
            String office,
            String confirmed,
            String until,
            boolean over,
            boolean own) {}

    /** A field to fill in. */
    record Input(
            String key,
            String label,
            String hint,
            String value,
            boolean required,
            boolean fixed,
            int most,
            List<String> faults) {}

    /** Something to choose. */
    record Choice(String code, String label, boolean chosen) {}

    /** What waits for the other administrator. */
    record Waiting(long id, String login, String roles, String office, String by, String at, boolean mayConfirm) {}

    /** What is wrong, leading to its field where it has one. */
    record Wrong(String anchor, String text) {}

    Row row(StaffAccount account) {
        return new Row(
                account.login(),
                account.name(),
                account.organisation(),
                roles(account.roles()),
                office(account.customsOffice(), account.inspectionOffice()),
                Mask.MOBILE.of(account.mobile()),
                time(account.confirmedAt()),
                time(account.disabledAt()),
                roles(account.suspended()));
    }

    /** Who it is, and in which version. */
    Review review(StaffAccount account, Instant until, boolean over, String administrator) {
        return new Review(
                account.login() + ":" + account.version(),
                account.login(),
                account.name(),
                roles(account.roles()),
                office(account.customsOffice(), account.inspectionOffice()),
                time(account.confirmedAt()),
                RoleReviewClock.day(until),
                over,
                account.login().equals(administrator));
    }

    Waiting waiting(RoleProposal proposal, String administrator) {
        return new Waiting(
                proposal.id(),
                proposal.login(),
                roles(proposal.roles()),
                office(proposal.customsOffice(), proposal.inspectionOffice()),
                proposal.proposedBy(),
                TIME.format(proposal.proposedAt()),
                proposal.mayBeDecidedBy(administrator));
    }

    List<Input> inputs(List<Field> fields, Map<String, String> values, boolean known, List<Fault> faults) {
        return fields.stream()
                .filter(field -> StaffDetails.KEYS.contains(field.key()))
                .map(field -> new Input(
                        field.key(),
                        field.label().in(language),
                        field.hint().map(hint -> hint.in(language)).orElse(""),
                        values.getOrDefault(field.key(), ""),
                        field.required(),
                        known && field.key().equals("username"),
                        (int) field.max().orElse(100),
                        faults.stream()
                                .filter(fault -> fault.place().equals(field.key()))
                                .map(fault -> text(fault, Optional.of(field)))
                                .toList()))
                .toList();
    }

    List<Choice> assignable(Set<Role> held) {
        return StaffRules.assignable().stream()
                .map(role -> new Choice(role.name(), catalogue.role(role.name()).in(language), held.contains(role)))
                .toList();
    }

    List<Choice> offices(String list, String held, LocalDate today) {
        return catalogue.options(list).on(today).stream()
                .map(option -> new Choice(
                        option.code(),
                        option.code() + " " + option.label().in(language),
                        option.code().equals(held)))
                .toList();
    }

    List<Wrong> wrong(List<Fault> faults, List<Field> fields) {
        return faults.stream()
                .map(fault -> new Wrong(
                        fault.place().isEmpty() ? "" : "f-" + fault.place(),
                        text(
                                fault,
                                fields.stream()
                                        .filter(field -> field.key().equals(fault.place()))
                                        .findFirst())))
                .distinct()
                .toList();
    }

    private String text(Fault fault, Optional<Field> field) {
        var text = catalogue.message(fault.message()).in(language);
        for (var value : fault.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.replace("{label}", field.map(it -> it.label().in(language)).orElse(""));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String time(Optional<Instant> at) {
        return at.map(TIME::format).orElse("");
    }

    private String roles(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> catalogue.role(role.name()).in(language))
                .reduce((one, other) -> one + (language == Language.ZH ? "、" : ", ") + other)
                .orElse("");
    }

    private String office(String customs, String inspection) {
        return (label("customs_office", customs) + " " + label("inspection_org", inspection)).strip();
    }

    private String label(String list, String code) {
        return code.isEmpty()
                ? ""
                : code + " " + catalogue.options(list).label(code).in(language);
    }
}
