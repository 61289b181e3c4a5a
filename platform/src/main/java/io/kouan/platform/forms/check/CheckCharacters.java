package io.kouan.platform.forms.check;

/** Numbers that carry their own check character. */
final class CheckCharacters {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String PERSON = "10X98765432";

    private CheckCharacters() {}

    /** GB 32100; the value has the right characters already. */
    static boolean fitsCreditCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** GB 11714, with or without its hyphen. */
    static boolean fitsOrganisationCode(String written) {
        var code = written.replace("-", "");
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(code.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return code.charAt(8) == expected;
    }

    /** GB 11643; the value has the right characters already. */
    static boolean fitsPersonNumber(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * PERSON_WEIGHTS[i];
        }
        return PERSON.charAt(sum % 11) == number.charAt(17);
    }
}
