package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The channels (传输通道) as their officers see them: state, traffic, and what can be done. */
@Controller
@RequestMapping("/channels")
class ChannelPages {

    private static final int MOST = 200;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);

    private final ChannelControl channels;
    private final InterfaceAccesses accesses;
    private final BusinessTypes businessTypes;
    private final ChannelTraffic traffic;
    private final Permissions permissions;
    private final RefusalTexts texts;
    private final Clock clock;

    ChannelPages(
            ChannelControl channels,
            InterfaceAccesses accesses,
            BusinessTypes businessTypes,
            ChannelTraffic traffic,
            Permissions permissions,
            RefusalTexts texts,
            Clock clock) {
        this.channels = channels;
        this.accesses = accesses;
        this.businessTypes = businessTypes;
        this.traffic = traffic;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    /** A channel with its traffic of the last 24 hours. */
    public record Row(ChannelView channel, String name, ChannelTraffic.Counts counts, String last) {}

    @Requires(
            function = "channel_opening",
            right = {Right.READ, Right.ISSUE})
    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model page) {
        var text = q.length() > 60 ? q.substring(0, 60).strip() : q.strip();
        page.addAttribute("q", text);
        page.addAttribute("rows", rows(channels.search(text, MOST)));
        return "channels";
    }

    @Requires(
            function = "channel_opening",
            right = {Right.READ, Right.ISSUE})
    @GetMapping("/{dxpId:[A-Z0-9]{1,30}}")
    String show(Actor actor, @PathVariable String dxpId, Model page) {
        var channel = channels.find(dxpId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("row", rows(List.of(channel)).getFirst());
        page.addAttribute("opened", channel.openedAt().map(SECONDS::format).orElse(""));
        page.addAttribute("access", accesses.of(dxpId));
        page.addAttribute(
                "mayOpen",
                isFirst(channel.state(), ChannelState.OPEN) && may(actor, channel.state(), ChannelState.OPEN));
        page.addAttribute("customs", businessTypes.of(channel.enterpriseId(), Realm.CUSTOMS));
        page.addAttribute("inspection", businessTypes.of(channel.enterpriseId(), Realm.INSPECTION));
        page.addAttribute(
                "next",
                channel.state().next().stream()
                        .filter(to -> may(actor, channel.state(), to))
                        .toList());
        return "channel";
    }

    /** Opening is the service desk's; everything after is the data centre's, suspending the supervisor's too. */
    private boolean may(Actor actor, ChannelState from, ChannelState to) {
        return isFirst(from, to)
                ? permissions.allow(actor.roles(), "channel_opening", Right.ISSUE)
                : permissions.allow(actor.roles(), "channel_control", Right.DECIDE);
    }

    private static boolean isFirst(ChannelState from, ChannelState to) {
        return from == ChannelState.NOT_OPEN && to == ChannelState.OPEN;
    }

    @Requires(
            function = "channel_opening",
            right = {Right.READ, Right.ISSUE})
    @PostMapping("/{dxpId:[A-Z0-9]{1,30}}/state")
    String change(
            Actor actor,
            @PathVariable String dxpId,
            @RequestParam int version,
            @RequestParam ChannelState to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "API") String mode,
            RedirectAttributes next) {
        var channel = channels.find(dxpId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!may(actor, channel.state(), to)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var refusal = isFirst(channel.state(), to)
                ? channels.open(dxpId, version, mode, actor)
                : channels.change(dxpId, version, to, reason, actor);
        refusal.ifPresentOrElse(
                refused -> {
                    next.addFlashAttribute("refused", texts.of(refused));
                    next.addFlashAttribute("reason", reason);
                },
                () -> next.addFlashAttribute("done", true));
        return "redirect:/channels/" + dxpId;
    }

    private List<Row> rows(List<ChannelView> found) {
        Map<Long, ChannelTraffic.Counts> counts = traffic.since(
                clock.instant().minus(Duration.ofHours(24)),
                found.stream().map(ChannelView::enterpriseId).toList());
        return found.stream()
                .map(channel -> row(channel, counts.getOrDefault(channel.enterpriseId(), ChannelTraffic.Counts.NONE)))
                .toList();
    }

    private static Row row(ChannelView channel, ChannelTraffic.Counts counts) {
        return new Row(
                channel, RefusalTexts.isEnglish() ? channel.nameEn() : channel.nameZh(), counts, time(counts.last()));
    }

    private static String time(Optional<Instant> time) {
        return time.map(SECONDS::format).orElse("");
    }
}
