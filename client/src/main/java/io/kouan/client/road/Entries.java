package io.kouan.client.road;

import java.util.Map;

/** Steps D1 to D3: filing at the customs entry (报关入口) and at the inspection entry (报检入口), then the business types. */
final class Entries {

    private final Cast cast;

    Entries(Cast cast) {
        this.cast = cast;
    }

    void customs() {
        var hands = entered(cast.known("customs_login"), cast.known("customs_initial"));
        file(hands, "/customs-entry", "customs_portal_filing");
        if (cast.guided) {
            cast.letDecide("D1");
        } else {
            Forms.decide(cast.officer("cus" + cast.known("office")), Forms.id(hands), "approve", Map.of());
        }
    }

    void inspection() {
        var hands = entered(cast.known("inspection_login"), cast.known("inspection_initial"));
        file(hands, "/inspection-entry", "inspection_filing");
        if (cast.guided) {
            cast.letDecide("D2");
        } else {
            Forms.decide(
                    cast.officer("ciq" + cast.known("inspection_office")),
                    Forms.id(hands),
                    "approve",
                    Map.of("enterprise_filing_no", cast.known("filing_no")));
        }
    }

    void businessTypes() {
        Forms.ticket(cast.desk, "BUSINESS_TYPE");
        cast.desk.press(Forms.BEGIN);
        Forms.fill(cast.desk, cast.script.of("business_type_request"));
        Forms.step(cast.desk, "submit");
        if (cast.guided) {
            cast.letDecide("D3");
        } else {
            Forms.decide(cast.officer("service"), Forms.id(cast.desk), "open_roles", Map.of());
        }
    }

    /** Signs in with an initial password and changes it, as is asked. */
    private Hands entered(String login, String initial) {
        var hands = cast.people.signIn(login, initial);
        var chosen = cast.known("password") + "x";
        hands.write("present", initial);
        hands.write("new_password", chosen);
        hands.write("new_password_confirm", chosen);
        hands.press("main form button.btn-primary");
        Forms.refuseFaults(hands);
        return hands;
    }

    private void file(Hands hands, String entry, String form) {
        hands.open(entry + "/filings");
        hands.press("button[name=do][value=add]");
        for (String table : hands.all("button[name^='add.websites']", "name")) {
            hands.press("button[name='" + table + "']");
        }
        Forms.write(hands, cast.script.of(form));
        for (String slot : hands.all(".k-slot:has(.k-required) input[type=file]", "name")) {
            hands.attach("input[type=file][name='" + slot + "']", "扫描件.png", Papers.picture());
        }
        hands.press("button[name=declare]");
        if (hands.sees("#faults.wait") && hands.sees("button[name=declare]")) {
            hands.press("button[name=declare]");
        }
        Forms.refuseFaults(hands);
    }
}
