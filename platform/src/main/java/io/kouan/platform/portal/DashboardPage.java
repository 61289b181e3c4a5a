package io.kouan.platform.portal;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.exchange.Traffic;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The overview (概览): its page, the part that renews itself, and the data of its chart. */
@Controller
class DashboardPage {

    private static final int NEWEST = 8;

    private final Dashboard dashboard;
    private final MessageList messages;

    DashboardPage(Dashboard dashboard, MessageList messages) {
        this.dashboard = dashboard;
        this.messages = messages;
    }

    /** Series of the chart; the last minute is the running one. */
    record Series(List<String> minutes, List<Long> accepted, List<Long> refused) {

        static Series of(List<Traffic.Minute> minutes) {
            return new Series(
                    minutes.stream().map(minute -> Shown.minute(minute.start())).toList(),
                    minutes.stream().map(Traffic.Minute::accepted).toList(),
                    minutes.stream().map(Traffic.Minute::refused).toList());
        }

        /** Height of the tallest bar, at least one, for drawing without script. */
        public long tallest() {
            long tallest = 1;
            for (int i = 0; i < minutes.size(); i++) {
                tallest = Math.max(tallest, accepted.get(i) + refused.get(i));
            }
            return tallest;
        }
    }

    @Requires(function = "messages")
    @GetMapping("/dashboard")
    String show(Viewer viewer, Model page) {
        page.addAttribute("series", Series.of(dashboard.minutes(viewer.scope())));
        return fill(viewer, page, "dashboard");
    }

    @Requires(function = "messages")
    @GetMapping("/dashboard/live")
    String live(Viewer viewer, Model page) {
        return fill(viewer, page, "dashboard :: live");
    }

    @Requires(function = "messages")
    @GetMapping("/dashboard/minutes")
    ResponseEntity<Series> minutes(Viewer viewer) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Series.of(dashboard.minutes(viewer.scope())));
    }

    private String fill(Viewer viewer, Model page, String view) {
        var language = PageFrame.language();
        page.addAttribute("figures", dashboard.figures(viewer.scope(), language));
        page.addAttribute("newest", messages.newest(viewer.scope(), NEWEST, language));
        page.addAttribute("everyone", viewer.seesAll());
        return view;
    }
}
