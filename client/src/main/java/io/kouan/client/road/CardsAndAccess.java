package io.kouan.client.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouan.ceb.signature.CardAnswer;
import io.kouan.ceb.signature.CardChallenge;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.terminal.Failure;
import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.Map;

/** Steps A4 and B: the legal person's card (法人卡), and access to the unified edition (总署统一版接入). */
final class CardsAndAccess {

    private static final String PIN = "246810";

    private final Cast cast;

    CardsAndAccess(Cast cast) {
        this.cast = cast;
    }

    void cards() {
        Forms.handIn(cast.newcomer, "card_application", cast.script.of("card_application"), "submit");
        if (cast.guided) {
            cast.letDecide("A4");
            fetched();
        } else {
            handedOver();
        }
        cast.script.learn("cert_serial", serial());
        signInByCard();
    }

    /** In guide mode the card's file and its PIN wait on the card's own page. */
    private void fetched() {
        cast.newcomer.open("/cards");
        cast.script.learn("card_no", cast.newcomer.text("main a.mono[href*='/cards/']"));
        cast.newcomer.open(
                cast.newcomer.all("main a.mono[href*='/cards/']", "href").getFirst());
        var pin = cast.newcomer.text("main .k-secret");
        var file = new ByteArrayInputStream(cast.newcomer.fetch("form[action$='/own-file'] button"));
        cast.holds(SoftwareKey.load(file, pin.toCharArray()));
    }

    private void handedOver() {
        var clerk = cast.officer("cards");
        var application = Forms.id(cast.newcomer);
        Forms.decide(clerk, application, "accept", Map.of());
        clerk.open("/cards/applications/" + application);
        for (String row : clerk.all("a[href*='/cards/applications/'].btn-primary", "href")) {
            clerk.open(row);
            clerk.write("keys", "sm2");
            clerk.write("pin", PIN);
            clerk.write("pin_again", PIN);
            clerk.press("main form button.btn-primary");
            Forms.refuseFaults(clerk);
            cast.script.learn("card_no", clerk.text("h1"));
            var file = new ByteArrayInputStream(clerk.fetch("form[action$='/file'] button"));
            cast.holds(SoftwareKey.load(file, PIN.toCharArray()));
        }
        clerk.open("/cards/applications/" + application);
        clerk.press("form[action$='/make'] button");
        Forms.write(clerk, cast.script.of("card_handover"));
        clerk.press("form[action$='/hand-over'] button");
        Forms.refuseFaults(clerk);
        cast.script.learn("card_no", clerk.text("main a[href*='/cards/']:not([href*=applications]).mono"));
    }

    /** As certificates print it: whole bytes. */
    private String serial() {
        var bytes = cast.key().certificate().getSerialNumber().toByteArray();
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** From now on with the legal person's card: what only it may do is open. */
    private void signInByCard() {
        cast.newcomer = cast.people.visitor();
        cast.newcomer.open("/signin/card");
        var text = new String(cast.newcomer.fetch("form[action$='/challenge'] button"), UTF_8);
        var challenge = CardChallenge.parse(text).orElseThrow();
        cast.newcomer.write("answer", CardAnswer.sign(challenge, cast.key()).text());
        cast.newcomer.press("#card-answer-form button");
        if (cast.newcomer.at().startsWith("/signin")) {
            throw Failure.refused("road.nosignin", cast.known("card_no"), cast.newcomer.text("main [role=alert]"));
        }
    }

    /** An agent enterprise leaves section two out (代理企业，跳过本步骤). */
    void leaveOut() {
        cast.newcomer.open("/forms/unified_access_handin");
        cast.newcomer.press(Forms.BEGIN);
        Forms.fill(cast.newcomer, cast.script.of("unified_access_handin"));
        Forms.step(cast.newcomer, "skip");
    }

    void handIn() {
        Forms.handIn(
                cast.newcomer, "customs_registration_change", cast.script.of("customs_registration_change"), "submit");
        var change = Forms.id(cast.newcomer);
        cast.newcomer.open("/forms/unified_access_handin");
        cast.newcomer.press(Forms.BEGIN);
        Forms.fill(cast.newcomer, cast.script.of("unified_access_handin"));
        Forms.attach(cast.newcomer);
        var record = cast.newcomer.here();
        for (String print : cast.newcomer.all(".k-papers form[action$='/pdf']", "action")) {
            cast.newcomer.fetch(".k-papers form[action='" + print + "'] button");
        }
        cast.newcomer.open(record);
        Forms.step(cast.newcomer, "ready");
        if (cast.guided) {
            cast.letDecide("B");
            return;
        }
        var id = Forms.id(cast.newcomer);
        Forms.decide(cast.officer("window"), id, "receive", Map.of());
        Forms.decide(cast.officer("window"), id, "accept", cast.script.of("papers_checked"));
        Forms.decide(cast.officer("registrar"), change, "approve", Map.of());
        Forms.decide(cast.officer("registrar"), id, "open", Map.of());
    }
}
