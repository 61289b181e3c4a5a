package io.kouan.platform.declaration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Pre-entry and inventory numbers (receipts.md, section 7) from running numbers that were taken beforehand. Both numbers of a
 * document share their last nine digits.
 */
final class Numbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final String day;
    private final String year;
    private long next;

    /** @param first the first of the numbers taken */
    Numbers(LocalDate today, long first) {
        this.day = DAY.format(today);
        this.year = day.substring(0, 4);
        this.next = first;
    }

    /** One letter, the day, nine digits. */
    String preNo(String messageType) {
        return letter(messageType) + day + nine(next++);
    }

    /** Four digits of the district, the year, the direction, nine digits. */
    String invtNo(String district, String preNo) {
        return district + year + "I" + preNo.substring(preNo.length() - 9);
    }

    private static String letter(String messageType) {
        return switch (messageType) {
            case "CEB623", "CEB605" -> "C";
            case "CEB625" -> "T";
            case "CEB215" -> "o";
            default -> "B";
        };
    }

    private static String nine(long number) {
        var digits = String.valueOf(number % 1_000_000_000L);
        return "0".repeat(9 - digits.length()) + digits;
    }
}
