package io.kouan.client.road;

import java.util.Map;

/** Steps A1 to A3: sign-up, filing as foreign trade operator (商务部注册申请), registration with customs (企业注册登记). */
final class SectionOne {

    private final Cast cast;

    SectionOne(Cast cast) {
        this.cast = cast;
    }

    void signUp() {
        cast.newcomer.open("/register/account_kind");
        for (String step : new String[] {"account_kind", "enterprise", "administrator"}) {
            Forms.write(cast.newcomer, cast.script.of("register", step));
            cast.newcomer.press("main form button.btn-primary");
            if (cast.newcomer.sees("main input[name=confirmed]")) {
                cast.newcomer.press("main form button.btn-primary");
            }
            if (cast.newcomer.sees("#faults:not(.wait)")) {
                // a question that an answer has just asked, where nothing but the server could show it
                Forms.write(cast.newcomer, cast.script.of("register", step));
                cast.newcomer.press("main form button.btn-primary");
            }
            Forms.refuseFaults(cast.newcomer);
        }
        prove();
        cast.newcomer.write("agree_terms", "true");
        cast.newcomer.press("main form button.btn-primary");
        Forms.refuseFaults(cast.newcomer);
        cast.newcomer = cast.people.signIn(cast.known("login"), cast.known("password"));
    }

    private void prove() {
        cast.newcomer.write("captcha", Cast.sum(cast.newcomer));
        cast.newcomer.press("button[name=send]");
        cast.newcomer.write("sms_code", cast.smsCode(cast.known("mobile")));
        cast.newcomer.press("main form button.btn-primary");
        Forms.refuseFaults(cast.newcomer);
    }

    /** An agent enterprise has its code confirmed and brings the evidence of its status. */
    void confirmed() {
        cast.script.learn("customs_code", cast.known("new_customs_code"));
        if (cast.guided) {
            cast.letDecide("A3");
        } else {
            var registrar = cast.officer("registrar");
            registrar.open("/claims");
            registrar.press("main tr:contains(" + cast.known("name") + ") a");
            registrar.press("main form button[formaction$='/pass']");
            Forms.refuseFaults(registrar);
        }
        cast.newcomer.open("/account/enterprise/agent");
        Forms.write(cast.newcomer, cast.script.of("agent_status"));
        cast.newcomer.attach("input[name=agent_proof]", "代理报关委托.png", Papers.picture());
        cast.newcomer.press("main form button.btn-primary");
        Forms.refuseFaults(cast.newcomer);
    }

    void tradeOperator() {
        Forms.handIn(cast.newcomer, "foreign_trade_operator", cast.script.of("foreign_trade_operator"), "declare");
        if (cast.guided) {
            cast.letDecide("A2");
            return;
        }
        Forms.decide(cast.officer("commerce"), Forms.id(cast.newcomer), "approve", Map.of("record_no", "03512345"));
    }

    void registration() {
        Forms.handIn(cast.newcomer, "customs_registration", cast.script.of("customs_registration"), "declare");
        if (cast.guided) {
            cast.letDecide("A3");
            cast.newcomer.open("/account/enterprise");
            cast.script.learn("customs_code", Cast.customsCode(cast.newcomer.text("main")));
            return;
        }
        cast.script.learn("customs_code", cast.known("new_customs_code"));
        Forms.decide(
                cast.officer("registrar"),
                Forms.id(cast.newcomer),
                "approve",
                Map.of("customs_code", cast.known("customs_code")));
    }
}
