package io.kouan.client.road;

/** Step C0: an account of the customer service platform (客户服务平台注册). */
final class DeskAccount {

    private final Cast cast;

    DeskAccount(Cast cast) {
        this.cast = cast;
    }

    void open() {
        var visitor = cast.people.visitor();
        visitor.open("/service-desk/register");
        Forms.write(visitor, cast.script.of("customer_service_registration"));
        visitor.write("captcha", Cast.sum(visitor));
        visitor.press("main form button.btn-primary");
        Forms.refuseFaults(visitor);
        if (cast.guided) {
            cast.letDecide("C0");
        } else {
            approve(cast.officer("service"));
        }
        cast.desk = cast.people.visitor();
        cast.desk.open("/service-desk");
        cast.desk.write("login", cast.known("desk_login"));
        cast.desk.write("password", cast.known("password"));
        cast.desk.press("form[action$='/service-desk/signin'] button.btn-primary");
    }

    private void approve(Hands agent) {
        agent.open("/desk/accounts");
        agent.press("main tr:contains(" + cast.known("name") + ") a");
        agent.press("form[action$='/approve'] button");
        Forms.refuseFaults(agent);
    }
}
