package io.kouan.platform.notifications;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes resident ID numbers (居民身份证号码) out of what is told: an officer's reason is free text, and a notification travels by mail and
 * SMS. What has the form, a date and the right check character is taken for one.
 */
final class IdNumbers {

    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    static String masked(String text) {
        return CANDIDATE.matcher(text).replaceAll(IdNumbers::mask);
    }

    private static String mask(MatchResult found) {
        var number = found.group();
        return isIdNumber(number) ? number.substring(0, 6) + "********" + number.substring(14) : number;
    }

    private static boolean isIdNumber(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        if (CHECKS.charAt(sum % 11) != Character.toUpperCase(number.charAt(17))) {
            return false;
        }
        try {
            var _ = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
