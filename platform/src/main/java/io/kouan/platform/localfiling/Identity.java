package io.kouan.platform.localfiling;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A person as a paper names it: name and number of the resident ID. */
record Identity(String name, String idNumber) {

    /** CONTACT_IS_AUTHORISED: the same person, so both must agree. */
    boolean is(Identity other) {
        return plain(name).equals(plain(other.name)) && plain(idNumber).equals(plain(other.idNumber));
    }

    /** The contact (联系人) of the access form, as filled in online or else as typed from the scan. */
    static Optional<Identity> contact(Map<Material, FormRecord> forms, Map<String, String> keyed) {
        return of(
                forms.get(Material.UNIFIED_ACCESS),
                "contact_name",
                "contact_id_no",
                keyed.getOrDefault("keyed_contact_name", ""),
                keyed.getOrDefault("keyed_contact_id_no", ""));
    }

    /** The authorised person (被委托人) of the power of attorney. */
    static Optional<Identity> authorised(Map<Material, FormRecord> forms, Map<String, String> keyed) {
        return of(
                forms.get(Material.POWER_OF_ATTORNEY),
                "agent_name",
                "agent_id_no",
                keyed.getOrDefault("keyed_agent_name", ""),
                keyed.getOrDefault("keyed_agent_id_no", ""));
    }

    private static Optional<Identity> of(
            @org.jspecify.annotations.Nullable FormRecord form,
            String nameField,
            String numberField,
            String keyedName,
            String keyedNumber) {
        if (!keyedName.isEmpty() && !keyedNumber.isEmpty()) {
            return Optional.of(new Identity(keyedName, keyedNumber));
        }
        return Optional.ofNullable(form)
                .map(FormRecord::answers)
                .filter(answers -> isThere(answers, nameField) && isThere(answers, numberField))
                .map(answers -> new Identity(answers.text(nameField), answers.text(numberField)));
    }

    private static boolean isThere(Answers answers, String field) {
        return !answers.text(field).isEmpty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
        return "identity";
    }
}
