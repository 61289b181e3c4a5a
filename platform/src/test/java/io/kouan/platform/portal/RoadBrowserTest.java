package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.road.Road;
import io.kouan.client.road.Traveller;
import io.kouan.client.terminal.Waiting;
import io.kouan.platform.TestPort;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The closed road, in a real browser and from an empty database: a newcomer signs up and ends with a released inventory. */
class RoadBrowserTest {

    private static final List<String> STEPS =
            List.of("A1", "A2", "A3", "A4", "B", "C0", "C", "D1", "D2", "D3", "E", "RELEASED");

    @Test
    void h178aNewcomerGetsFromTheSignUpToItsFirstReleasedInventory() {
        walk(Traveller.NEWCOMER, false, "", STEPS);
    }

    @Test
    void inGuideModeOnePersonWalksTheWholeRoadAlone() {
        walk(Traveller.NEWCOMER, true, "guided-", STEPS);
    }

    @Test
    void h179anAgentWithACustomsCodeLeavesThreeStepsOutAndDeclaresABondedExport() {
        walk(
                Traveller.AGENT,
                false,
                "agent-",
                STEPS.stream()
                        .filter(step -> !Set.of("A2", "A3").contains(step))
                        .map(step -> step.equals("RELEASED") ? "ACCEPTED" : step)
                        .toList());
    }

    private static void walk(Traveller traveller, boolean guided, String pictures, List<String> expected) {
        var steps = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        try (var port = TestPort.start();
                var chromium = Chromium.open()) {
            var base = "http://localhost:" + port.port();
            var home = new Home(Path.of("").toAbsolutePath(), port.home(), port.port());
            var sandbox = Sandbox.of(home).orElseThrow();
            try (var road = new Road(
                    home,
                    sandbox,
                    () -> new BrowserHands(base, chromium.laptopWithoutScript()),
                    InstantSource.system(),
                    Waiting.real(),
                    traveller,
                    guided)) {
                var released = road.walk((step, hands) -> {
                    steps.add(step);
                    var browser = (BrowserHands) hands;
                    browser.picture(pictures + step);
                    complaints.addAll(Chromium.flaws(browser.page()));
                });

                var aim = traveller == Traveller.AGENT ? "120" : "800";
                assertThat(released.statuses())
                        .hasValueSatisfying(statuses -> assertThat(statuses).contains(aim));
                assertThat(released.body()).contains("<returnStatus>" + aim + "</returnStatus>");
                var guide = (BrowserHands) road.guide();
                guide.picture(pictures + "guide");
                assertThat(guide.text("#all-done")).as(guide.text(".k-walk")).isNotEmpty();
                if (traveller == Traveller.AGENT) {
                    assertThat(guide.page()
                                    .locator(".k-walk > li.SKIPPED .k-walk-id")
                                    .allTextContents())
                            .containsExactly("A2", "A3", "B");
                }
                assertThat(guide.text(".k-watch")).contains(traveller == Traveller.AGENT ? "注册至今" : "从注册到首票放行");
            }
        }
        assertThat(steps).isEqualTo(expected);
        assertThat(complaints).isEmpty();
    }
}
