package io.kouan.platform.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A step of the road (handbook 1.2): the form behind it, where it is open here, and the steps that come first. */
enum RoadStep {
    A1("", ""),
    A2("foreign_trade_operator", ""),
    A3("customs_registration", "A2"),
    A4("card_application", "A3"),
    B("unified_access_handin", "A4"),
    C0("", ""),
    C("", "B C0"),
    D1("", "C"),
    D2("", "C"),
    D3("", "D1"),
    E("", "C");

    private final String form;
    private final String after;

    RoadStep(String form, String after) {
        this.form = form;
        this.after = after;
    }

    Optional<String> form() {
        return Optional.of(form).filter(id -> !id.isEmpty());
    }

    List<RoadStep> after() {
        return Arrays.stream(after.split(" "))
                .filter(id -> !id.isEmpty())
                .map(RoadStep::valueOf)
                .toList();
    }
}
