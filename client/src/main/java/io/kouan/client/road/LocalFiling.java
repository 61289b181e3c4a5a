package io.kouan.client.road;

import java.util.List;
import java.util.Map;

/** Step C: the local filing (本地备案) on its ticket, from three forms and four papers to DXP ID, accounts, licence and channel. */
final class LocalFiling {

    private static final List<String> FORMS =
            List.of("kjds_002_unified_access", "kjds_001_dxp_user", "kjds_003_power_of_attorney");

    private final Cast cast;

    LocalFiling(Cast cast) {
        this.cast = cast;
    }

    void run() {
        Forms.ticket(cast.desk, "LOCAL_FILING");
        var ticket = cast.desk.here();
        fillIn(ticket);
        submit(ticket);
        if (cast.guided) {
            cast.letDecide("C");
            cast.desk.open(ticket);
            cast.script.learn("dxp_id", Cast.dxpId(cast.desk.text("main")));
        } else {
            decide(Forms.id(cast.desk));
        }
        passwords(ticket);
    }

    private void decide(String id) {
        review(id);
        issue(id);
        answer(id);
    }

    private void fillIn(String ticket) {
        for (String form : FORMS) {
            cast.desk.open(ticket);
            cast.desk.press(".k-papers form[action$='/forms/" + form + "'] button");
            Forms.fill(cast.desk, cast.script.of(form));
            Forms.step(cast.desk, "complete");
        }
    }

    /** The prints stand in for what would be signed, sealed and scanned. */
    private void submit(String ticket) {
        var desk = cast.desk;
        desk.open(ticket);
        var access = desk.fetch(".k-papers form[action*='/prints/DOC-06/'] button");
        var attorney = desk.fetch(".k-papers form[action*='/prints/DOC-07/'] button");
        desk.press(".k-papers form[action$='/local-filing/sheet'] button");
        desk.open(ticket);
        desk.attach("input[type=file][name*=kjds_002]", cast.known("name") + "+跨境电商统一版企业接入申请表.PDF", access);
        desk.attach("input[type=file][name*=kjds_003]", "委托书.PDF", attorney);
        desk.attach("input[type=file][name*=agent_id_scan]", "身份证.png", Papers.picture());
        desk.write("stamp_declaration", "true");
        desk.press("main button[name=submit]");
        Forms.refuseFaults(desk);
    }

    private void review(String id) {
        var agent = cast.officer("service");
        Forms.decide(agent, id, "accept", Map.of());
        agent.open("/desk/" + id);
        agent.tickAll("ticks");
        agent.press("button[name=forward]");
        Forms.refuseFaults(agent);
    }

    private void issue(String id) {
        var centre = cast.officer("datacentre");
        centre.open("/desk/" + id);
        centre.write("dxpId", cast.known("dxp_id"));
        centre.press("form[action$='/local-filing/dxp'] button");
        Forms.refuseFaults(centre);
        pressAt("datacentre2", id, "form[action$='/dxp/check'] button");
        pressAt("service", id, "form[action$='/local-filing/issuance'] button");
        pressAt("service", id, "form[action$='/local-filing/channel'] button");
        pressAt("service2", id, "form[action$='/local-filing/release'] button");
    }

    private void answer(String id) {
        var agent = cast.officer("service");
        agent.open("/desk/" + id);
        agent.write("body", "本地备案已办结，DXPID、两个入口账号、许可证和传输通道见工单。");
        agent.press("button[formaction$='/reply']");
        Forms.refuseFaults(agent);
    }

    /** They are shown once, after the own password. */
    private void passwords(String ticket) {
        var desk = cast.desk;
        desk.open(ticket + "/local-filing/passwords");
        desk.write("password", cast.known("password"));
        desk.press("main form[action$='/passwords'] button.btn-primary");
        for (String what : List.of("customs_login", "customs_initial", "inspection_login", "inspection_initial")) {
            int place = List.of("customs_login", "customs_initial", "inspection_login", "inspection_initial")
                    .indexOf(what);
            cast.script.learn(what, desk.text("main dl.k-why dd:nth-of-type(" + (place + 1) + ")"));
        }
    }

    private void pressAt(String officer, String record, String button) {
        var hands = cast.officer(officer);
        hands.open("/desk/" + record);
        hands.press(button);
        Forms.refuseFaults(hands);
    }
}
