package io.kouan.client.road;

import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who walks the road and what the steps hand on to each other. */
final class Cast {

    private static final Pattern SUM = Pattern.compile("(?:填写|result of) ([0-9]{4}) (?:加|plus) ([0-9])");
    private static final Pattern DXP_ID = Pattern.compile("DXPENT[0-9]{10}");
    private static final Pattern CUSTOMS_CODE = Pattern.compile("(?<![0-9A-Z])[0-9]{10}(?![0-9A-Z])");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 100;

    final Home home;
    final Sandbox sandbox;
    final People people;
    final Script script;

    /** The newcomer at the Single Window; from the cards on signed in with the legal person's. */
    Hands newcomer;

    /** The same person at the customer service platform. */
    Hands desk;

    /** Who walks. */
    final Traveller traveller;

    /** Whether the newcomer lets the sandbox's officers decide with a click (导航代办); else each officer signs in and decides. */
    final boolean guided;

    private final Waiting waiting;
    private Optional<SoftwareKey> key = Optional.empty();

    Cast(
            Home home,
            Sandbox sandbox,
            People people,
            Script script,
            Waiting waiting,
            Traveller traveller,
            boolean guided) {
        this.home = home;
        this.sandbox = sandbox;
        this.people = people;
        this.script = script;
        this.waiting = waiting;
        this.traveller = traveller;
        this.guided = guided;
        this.newcomer = people.visitor();
        this.desk = people.visitor();
    }

    Hands officer(String login) {
        return people.officer(login);
    }

    /** The newcomer's click on the access guide: what waits on a step is decided. */
    void letDecide(String step) {
        newcomer.open("/guide");
        newcomer.press("form.k-decide:has(input[value='" + step + "']) button");
        if (newcomer.sees("main [role=alert]")) {
            throw Failure.refused("road.faults", newcomer.at(), newcomer.text("main [role=alert]"));
        }
    }

    String known(String what) {
        return script.known(what);
    }

    /** The key on the legal person's card. */
    SoftwareKey key() {
        return key.orElseThrow();
    }

    void holds(SoftwareKey card) {
        key = Optional.of(card);
    }

    /** The customs code (海关十位编码) on a page. */
    static String customsCode(String page) {
        return found(CUSTOMS_CODE, page);
    }

    /** The DXP ID on a page. */
    static String dxpId(String page) {
        return found(DXP_ID, page);
    }

    private static String found(Pattern what, String page) {
        var found = what.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("not on the page: " + what);
        }
        return found.group();
    }

    /** The captcha as it is told to those who do not see it. */
    static String sum(Hands hands) {
        var sum = SUM.matcher(hands.text("main"));
        if (!sum.find()) {
            throw Failure.refused("road.nocaptcha", hands.at());
        }
        return Integer.toString(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2)));
    }

    /** The newest code sent to a number, from the sandbox's letter box. */
    String smsCode(String mobile) {
        var post = people.visitor();
        for (int i = 0; i < MOST_LOOKS; i++) {
            post.open("/sandbox/post");
            var code = CODE.matcher(post.text(".k-letters li:has(.mono:contains(" + mobile + ")) .k-letter-text"));
            if (code.find()) {
                return code.group();
            }
            waiting.pass(BETWEEN);
        }
        throw Failure.refused("road.nocode", mobile);
    }
}
