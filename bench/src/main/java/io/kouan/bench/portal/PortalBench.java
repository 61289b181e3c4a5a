package io.kouan.bench.portal;

import io.kouan.bench.report.Machine;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Fills a server, warms it up, and measures its pages. */
public final class PortalBench {

    private static final String ENTERPRISE = "merchant";
    private static final String FORM = "customs_registration";
    private static final int WARM_UP = 5;

    private final Home home;
    private final String url;
    private final Sandbox sandbox;
    private final Terminal terminal;
    private final Texts texts;

    public PortalBench(Home home, String url, Sandbox sandbox, Terminal terminal, Texts texts) {
        this.home = home;
        this.url = url;
        this.sandbox = sandbox;
        this.terminal = terminal;
        this.texts = texts;
    }

    /** Whether every request was answered with a page. */
    public boolean run(int enterprises, int tickets, int clients, int rounds, boolean json) {
        terminal.err().println(texts.of("portal.filling", enterprises, tickets));
        List<PortalPage> pages;
        try (var data = PortalData.of(home)) {
            data.fill(enterprises, tickets, ENTERPRISE);
            pages = pages(data);
        }
        var load = new PortalLoad(url, sandbox, pages);
        terminal.err().println(texts.of("portal.warming"));
        load.run(clients, Math.max(WARM_UP, rounds / 2));
        terminal.err().println(texts.of("portal.measuring", clients));
        var lines = load.run(clients, rounds);
        var busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var report = new PortalReport(Machine.here(), enterprises, tickets, clients, busy, lines);
        if (json) {
            terminal.print(report.json());
        } else {
            report.print(terminal, texts);
        }
        return report.isClean();
    }

    private static List<PortalPage> pages(PortalData data) {
        var own = data.some(FORM, "APPROVED", ENTERPRISE);
        var waiting = data.some(FORM, "SUBMITTED", "");
        var asked = data.some("ticket", "CLOSED", ENTERPRISE);
        var open = data.some("ticket", "SUBMITTED", "");
        return List.of(
                new PortalPage("guide", ENTERPRISE, List.of("/guide")),
                new PortalPage("form list", ENTERPRISE, List.of("/forms/" + FORM)),
                new PortalPage(
                        "record",
                        ENTERPRISE,
                        own.stream().map(id -> "/forms/" + FORM + "/" + id).toList()),
                new PortalPage("option search", ENTERPRISE, List.of("/forms/options/country?q=%E4%B8%AD")),
                new PortalPage("desk queue", "registrar", List.of("/desk")),
                new PortalPage(
                        "desk record",
                        "registrar",
                        waiting.stream().map(id -> "/desk/" + id).toList()),
                new PortalPage("messages", "operator", List.of("/messages", "/messages?q=NONE")),
                new PortalPage("audit", "auditor", List.of("/audit", "/audit?before=5000")),
                new PortalPage(
                        "audit search",
                        "auditor",
                        List.of(
                                "/audit?who=bench-17",
                                "/audit?result=refused",
                                "/audit?object=BM4711&kind=form/" + FORM)),
                new PortalPage("inbox", ENTERPRISE, List.of("/inbox")),
                new PortalPage("service desk", ENTERPRISE, List.of("/service-desk")),
                new PortalPage(
                        "own tickets",
                        ENTERPRISE,
                        List.of("/service-desk/tickets", "/service-desk/tickets?state=CLOSED&title=9")),
                new PortalPage(
                        "own ticket",
                        ENTERPRISE,
                        asked.stream().map(id -> "/service-desk/tickets/" + id).toList()),
                new PortalPage(
                        "tickets",
                        "service",
                        List.of("/desk/tickets", "/desk/tickets?page=40", "/desk/tickets?state=ALL&page=500")),
                new PortalPage(
                        "ticket search",
                        "service",
                        List.of(
                                "/desk/tickets?state=ALL&q=BT4711",
                                "/desk/tickets?state=ALL&q=NONE",
                                "/desk/tickets?q=%E6%B5%8B%E8%AF%95%E4%BC%81%E4%B8%9A77")),
                new PortalPage(
                        "ticket",
                        "service",
                        open.stream().map(id -> "/desk/" + id).toList()),
                new PortalPage("accounts to approve", "service", List.of("/desk/accounts")),
                new PortalPage("staff", "security", List.of("/staff")));
    }
}
