package io.kouan.platform.forms.check;

import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Runs one validator over one value; those whose rule is more than a pattern are written here under their id. */
final class ValueCheck {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final BigDecimal MOST_MONEY = BigDecimal.TEN.pow(12);
    private static final Map<String, Pattern> DOCUMENTS = Map.of(
            "PASSPORT", Pattern.compile("[A-Z0-9]{5,17}"),
            "HKM_PERMIT", Pattern.compile("[HM][0-9]{8}([0-9]{2})?"),
            "TW_PERMIT", Pattern.compile("[0-9]{8}"),
            "FOREIGN_PR", Pattern.compile("[A-Z]{3}[0-9]{12}|9[0-9]{17}"));
    private static final Pattern RESIDENCE = Pattern.compile("8[123][0-9]{15}[0-9X]");
    private static final int ADULT = 18;

    private final FormCatalogue catalogue;
    private final LocalDate today;

    ValueCheck(FormCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /**
     * The message of what is wrong; empty where the value is right.
     *
     * @param sibling gives the value of another field of the same row or form
     */
    Optional<Problem> problem(String validator, Field field, String value, UnaryOperator<String> sibling) {
        var known = catalogue.validator(validator);
        if (known.pattern().isPresent() && !known.pattern().get().matcher(value).matches()) {
            return Problem.of(known.message());
        }
        if (known.max().isPresent() && value.length() > known.max().getAsInt()) {
            return Problem.of(known.message());
        }
        return switch (validator) {
            case "uscc" -> unless(CheckCharacters.fitsCreditCode(value), known.message());
            case "org_code" -> unless(CheckCharacters.fitsOrganisationCode(value), known.message());
            case "customs_code" -> area(value);
            case "resident_id" -> unless(isResident(value), known.message());
            case "id_document" -> document(field, value, sibling, known.message());
            case "adult" -> unless(isAdult(field, value, sibling), known.message());
            case "phone_any" -> unless(matches("mobile", value) || matches("landline", value), known.message());
            case "url" -> unless(!isAddressOfMachine(value), known.message());
            case "password_policy" -> unless(isStrong(value, sibling.apply("username")), known.message());
            case "admin_area" ->
                unless(catalogue.options("admin_area").find(value, today).isPresent(), known.message());
            case "ip_or_cidr" -> unless(PublicAddress.isOne(value), known.message());
            case "money" -> unless(isMoney(field, value), known.message());
            default -> Optional.empty();
        };
    }

    /** What is wrong with a value. */
    record Problem(String message, boolean warning) {
        static Optional<Problem> of(String message) {
            return Optional.of(new Problem(message, false));
        }
    }

    private static Optional<Problem> unless(boolean right, String message) {
        return right ? Optional.empty() : Problem.of(message);
    }

    private boolean matches(String validator, String value) {
        return catalogue
                .validator(validator)
                .pattern()
                .orElseThrow()
                .matcher(value)
                .matches();
    }

    /** A code of another area is taken after it was confirmed. */
    private Optional<Problem> area(String value) {
        return value.startsWith(catalogue.customsArea())
                ? Optional.empty()
                : Optional.of(new Problem("WARN_CUSTOMS_CODE_AREA", true));
    }

    private boolean isResident(String value) {
        return matches("resident_id", value) && CheckCharacters.fitsPersonNumber(value) && wasBorn(value);
    }

    private boolean wasBorn(String number) {
        return birth(number).filter(day -> !day.isAfter(today)).isPresent();
    }

    private static Optional<LocalDate> birth(String number) {
        try {
            return Optional.of(LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Problem> document(Field field, String value, UnaryOperator<String> sibling, String message) {
        var type = type(field, sibling);
        if (type.equals("RESIDENT_ID")) {
            return unless(isResident(value), catalogue.validator("resident_id").message());
        }
        if (type.equals("HMT_RESIDENCE")) {
            return unless(
                    RESIDENCE.matcher(value).matches() && CheckCharacters.fitsPersonNumber(value) && wasBorn(value),
                    message);
        }
        var pattern = DOCUMENTS.get(type);
        return unless(pattern == null || pattern.matcher(value).matches(), message);
    }

    private boolean isAdult(Field field, String value, UnaryOperator<String> sibling) {
        var type = type(field, sibling);
        boolean tells = type.equals("RESIDENT_ID") || type.equals("HMT_RESIDENCE");
        return !tells
                || value.length() != 18
                || birth(value)
                        .filter(day -> day.plusYears(ADULT).isAfter(today))
                        .isEmpty();
    }

    /** The kind of document stands beside its number: {@code x_id_type} beside {@code x_id_no}. */
    private static String type(Field field, UnaryOperator<String> sibling) {
        return sibling.apply(field.key().replaceFirst("_no$", "_type"));
    }

    private static boolean isAddressOfMachine(String url) {
        var host = url.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", "");
        return host.equalsIgnoreCase("localhost")
                || DIGITS.matcher(host.replace(".", "")).matches();
    }

    private static boolean isStrong(String password, String login) {
        int kinds = 0;
        for (String kind : new String[] {"[A-Z]", "[a-z]", "[0-9]", "[!@#$%^&*_\\-+=.?]"}) {
            kinds += Pattern.compile(kind).matcher(password).find() ? 1 : 0;
        }
        boolean namesItself = !login.isEmpty()
                && password.toLowerCase(java.util.Locale.ROOT).contains(login.toLowerCase(java.util.Locale.ROOT));
        return password.length() >= 8 && password.length() <= 20 && kinds >= 3 && !namesItself;
    }

    private static boolean isMoney(Field field, String value) {
        var number = new BigDecimal(value);
        return number.signum() >= 0
                && number.compareTo(MOST_MONEY) < 0
                && number.stripTrailingZeros().scale() <= field.scale().orElse(2);
    }
}
