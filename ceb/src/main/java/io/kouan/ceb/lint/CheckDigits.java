package io.kouan.ceb.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Numbers that carry their own check: identity cards (GB 11643, R-110) and credit codes (GB 32100, R-027). */
final class CheckDigits {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Set<Integer> FURTHER_REGIONS = Set.of(71, 81, 82, 83, 91);

    private CheckDigits() {}

    /** Eighteen characters, a known region, a real date, the right last character. */
    static boolean isIdNumber(String number) {
        if (number.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * ID_WEIGHTS[i];
        }
        return number.charAt(17) == ID_CHECKS.charAt(sum % 11)
                && isRegion(number)
                && isDate(number.substring(6, 14), "yyyyMMdd");
    }

    private static boolean isRegion(String number) {
        int region = Integer.parseInt(number.substring(0, 2));
        return (region >= 11 && region <= 65) || FURTHER_REGIONS.contains(region);
    }

    /** The ten-character customs code or the eighteen-character credit code. */
    static boolean isEnterpriseCode(String code) {
        return code.length() == 10 ? isCustomsCode(code) : code.length() == 18 && isCreditCode(code);
    }

    private static boolean isCustomsCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (i < 4 || c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCreditCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_CHARACTERS.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CHARACTERS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** Whether the digits form a date or time of that pattern. */
    static boolean isDate(String text, String pattern) {
        if (text.length() != pattern.length() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        } catch (DateTimeException e) {
            return false;
        }
        return text.length() < 14
                || (number(text, 8, 10) < 24 && number(text, 10, 12) < 60 && number(text, 12, 14) < 60);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
