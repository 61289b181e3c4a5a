package io.kouan.client.road;

import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Everybody who takes part in the road, each with a browser of their own: the newcomer and the sandbox's officers (沙箱审核员). */
final class People implements AutoCloseable {

    private final Sandbox sandbox;
    private final Supplier<Hands> browsers;
    private final Map<String, Hands> signedIn = new LinkedHashMap<>();

    People(Sandbox sandbox, Supplier<Hands> browsers) {
        this.sandbox = sandbox;
        this.browsers = browsers;
    }

    /** A browser in which nobody has signed in. */
    Hands visitor() {
        var hands = browsers.get();
        signedIn.put("visitor " + signedIn.size(), hands);
        return hands;
    }

    /** An officer or somebody else of the sandbox, by login. */
    Hands officer(String login) {
        var person = sandbox.people().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow(() -> Failure.refused("road.nobody", login));
        return signedIn.computeIfAbsent(login, name -> signIn(login, person.password()));
    }

    Hands signIn(String login, String password) {
        var hands = browsers.get();
        hands.open("/signin");
        hands.write("login", login);
        hands.write("password", password);
        hands.press("main form button[type=submit].btn-primary");
        if (hands.at().startsWith("/signin")) {
            throw Failure.refused("road.nosignin", login, hands.text("main [role=alert]"));
        }
        return hands;
    }

    @Override
    public void close() {
        signedIn.values().forEach(Hands::close);
    }
}
