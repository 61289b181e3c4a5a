package io.kouan.platform.identity;

import io.kouan.platform.MovableClock;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Account.Details;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.password.PasswordEncoder;

/** One server whose clock can be moved, and data that no two tests share. */
final class World {

    static final MovableClock CLOCK = new MovableClock();
    static final TestPort PORT = TestPort.startAt(CLOCK, "--kouan.accounts.staff-password-days=90");
    static final String PASSWORD = "Right-pass7";

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private World() {}

    /** An account of an enterprise, with that login and PASSWORD. */
    static void account(String login, Role role, long enterprise, String mobile) {
        PORT.bean(Accounts.class)
                .open(
                        login,
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        false,
                        "王港",
                        enterprise,
                        role,
                        new Details("RESIDENT_ID", "440402197203150016", mobile, "", login + "@example.com", ""),
                        EnumSet.allOf(Menu.class));
    }

    static String administrator() {
        var login = "admin_" + NUMBER.incrementAndGet();
        account(login, Role.ENT_ADMIN, enterprise(Optional.empty()), mobile());
        return login;
    }

    static long enterprise(Optional<String> customsCode) {
        return PORT.bean(EnterpriseProfiles.class).open(creditCode(), "珠海某某商贸有限公司", customsCode, false, Map.of());
    }

    static String mobile() {
        return "1380000" + NUMBER.incrementAndGet();
    }

    /** A customs code of Zhuhai that nobody has. */
    static String customsCode() {
        return "440416" + NUMBER.incrementAndGet();
    }

    /** A unified code that nobody has, with the right check character. */
    static String creditCode() {
        var first = "91440400MA5T" + NUMBER.incrementAndGet() + "X";
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return first + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static LinkedHashMap<String, String> enterpriseAnswers(String creditCode) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("uscc", creditCode);
        answers.put("enterprise_name_zh", "珠海晨星跨境电子商务有限公司");
        answers.put("admin_area", "440402");
        answers.put("registered_address", "珠海市香洲区情侣中路1号");
        answers.put("legal_rep_name", "王港");
        answers.put("legal_rep_id_type", "RESIDENT_ID");
        answers.put("legal_rep_id_no", "440402197203150016");
        answers.put("has_customs_code", "N");
        answers.put("is_agent", "N");
        return answers;
    }

    static LinkedHashMap<String, String> administratorAnswers(String login, String mobile) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("username", login);
        answers.put("password", PASSWORD);
        answers.put("password_confirm", PASSWORD);
        answers.put("real_name", "李晨");
        answers.put("id_type", "RESIDENT_ID");
        answers.put("id_no", "440402199001011236");
        answers.put("mobile", mobile);
        answers.put("email", "office@example.com");
        return answers;
    }

    static String login() {
        return "user_" + NUMBER.incrementAndGet();
    }

    static LinkedHashMap<String, String> operatorAnswers(String login, String mobile) {
        var answers = administratorAnswers(login, mobile);
        answers.remove("password");
        answers.remove("password_confirm");
        answers.put("may_qualification", "true");
        answers.put("may_handin", "true");
        return answers;
    }

    /** Somebody of an authority, signed in. */
    static Visitor staff(Role role) {
        return new Visitor(PORT).signIn(officer(role), PASSWORD);
    }

    /** The login of somebody of an authority, whose password is PASSWORD. */
    static String officer(Role role) {
        var login = "staff_" + NUMBER.incrementAndGet();
        PORT.bean(People.class)
                .register(
                        login,
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        "审核员",
                        Optional.empty(),
                        Set.of(role));
        return login;
    }
}
