package io.kouan.client.road;

import io.kouan.client.exchange.Receipt;
import java.util.Map;

/** Step E: access by interface (接口接入): enrolment, the four test cases, going live, and the first inventory that customs releases. */
final class Interface {

    private final Cast cast;

    Interface(Cast cast) {
        this.cast = cast;
    }

    void enrol() {
        var desk = cast.desk;
        Forms.ticket(desk, "API_ENROLMENT");
        desk.press(Forms.BEGIN);
        Forms.fill(desk, cast.script.of("api_channel_enrolment"));
        Forms.step(desk, "submit");
        cast.script.learn("enrolment", desk.here());
        decided("service", "start_test");
        desk.open(cast.known("enrolment"));
        desk.press("form[action$='/test-key'] button");
        new Parcel(cast).tryOut(desk.text("main .k-secret"));
        desk.open(cast.known("enrolment"));
        decided("datacentre", "go_live");
    }

    private void decided(String officer, String action) {
        if (cast.guided) {
            cast.letDecide("E");
        } else {
            Forms.decide(cast.officer(officer), Forms.id(cast.desk), action, Map.of());
        }
    }

    Receipt declare() {
        cast.desk.open(cast.known("enrolment"));
        cast.desk.press("form[action$='/live-key'] button");
        return new Parcel(cast).release(cast.desk.text("main .k-secret"));
    }
}
