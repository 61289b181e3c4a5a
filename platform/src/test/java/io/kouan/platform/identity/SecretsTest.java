package io.kouan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.StoredFactors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is secret stands neither in the audit log nor in the server's own. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final Pattern INITIAL = Pattern.compile("k-secret\">([A-Za-z0-9]{12})<");
    private static final Pattern SECRET = Pattern.compile("k-secret wrap\">([A-Z2-7]{32})<");
    private static final String WRONG = "Wrong-passw0rd-of-mine";
    private static final String CHOSEN = "Chosen-pass-of-mine1";

    private final Visitor visitor = new Visitor(World.PORT);

    @BeforeEach
    void forgetFailures() {
        World.PORT.db().sql("delete from sign_in_failure").update();
    }

    @Test
    void aud05noPasswordCodeOrSecretStandsInAnyLog(CapturedOutput output) {
        var login = World.administrator();
        var secrets = new ArrayList<>(List.of(World.PASSWORD, WRONG, CHOSEN));
        visitor.signIn(login, WRONG);
        visitor.signIn(login, World.PASSWORD).open("/account/password");
        visitor.post("/account/password", "present", WRONG, "new_password", CHOSEN, "new_password_confirm", CHOSEN);
        visitor.post(
                "/account/password", "present", World.PASSWORD, "new_password", CHOSEN, "new_password_confirm", CHOSEN);
        var mobile = World.mobile();
        visitor.open("/account/mobile").post("/account/mobile", "mobile", mobile);
        var code = visitor.code(mobile, 1);
        secrets.add(code);
        visitor.post("/account/mobile/confirm", "old_code", "000000", "new_code", code);
        visitor.open("/account/operators/new")
                .post("/account/operators/new", World.operatorAnswers(World.login(), World.mobile()));
        secrets.add(visitor.group(INITIAL));
        visitor.open("/account/second-factor");
        secrets.add(visitor.group(SECRET));
        World.PORT
                .bean(StoredFactors.class)
                .turnOn(login, "a-secret-of-20-bytes".getBytes(StandardCharsets.US_ASCII), 0, List.of());
        secrets.add("a-secret-of-20-bytes");
        assertThat(World.PORT.bean(Accounts.class).find(login).orElseThrow().timeCodes())
                .isTrue();

        for (String secret : secrets) {
            assertThat(World.PORT.count("audit_entry", "position(? in content) > 0", secret))
                    .as("entries of the audit log")
                    .isZero();
            assertThat(output.getAll()).doesNotContain(secret);
        }
    }
}
