package io.kouan.client.road;

import io.kouan.ceb.port.PortProfile;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Invents an enterprise that nobody has seen before, with people who do not exist. */
final class Newcomer {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private Newcomer() {}

    static void invent(Script script, InstantSource clock) {
        var random = new SplittableRandom(new SecureRandom().nextLong());
        var port = PortProfile.current();
        int number = random.nextInt(100_000, 1_000_000);
        script.learn("uscc", creditCode("91" + port.districts().getFirst().code() + organisation("MA" + number)));
        script.learn("name", port.zh().name() + "新程" + number + "电子商务有限公司");
        script.learn("login", "newcomer" + number);
        script.learn("desk_login", "desk" + number);
        script.learn("filing_no", "4800" + number);
        script.learn("dxp_id", "DXPENT0001" + number);
        var office = port.customsOffices().stream()
                .filter(one -> !one.writtenApplication())
                .findFirst()
                .orElseThrow();
        script.learn("office", office.code());
        script.learn("inspection_office", office.inspection());
        script.learn("mode", "9610");
        script.learn("password", "Newcomer-" + number);
        script.learn("mobile", "139" + random.nextInt(10_000_000, 100_000_000));
        script.learn("legal_id", idNumber("11010819720315" + three(random)));
        script.learn("admin_id", idNumber("11010819900101" + three(random)));
        script.learn("new_customs_code", port.customsArea() + "16" + String.format("%04d", number % 10_000));
        var today = LocalDate.ofInstant(clock.instant(), port.timeZone());
        script.learn("today", today.toString());
        script.learn("tomorrow", today.plusDays(1).toString());
        script.learn("in_a_year", today.plusYears(1).toString());
    }

    /** With a right check character (GB 32100). */
    private static String creditCode(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return first17 + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** An organisation code with a right check character (GB 11714). */
    private static String organisation(String first8) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * weights[i];
        }
        int check = 11 - sum % 11;
        return first8 + (check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
    }

    /** With a right check character (GB 11643). */
    private static String idNumber(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return first17 + CHECKS.charAt(sum % 11);
    }

    private static String three(SplittableRandom random) {
        return String.format("%03d", random.nextInt(1000));
    }
}
