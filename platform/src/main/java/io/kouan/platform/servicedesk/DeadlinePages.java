package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.port.Calendars;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of all open deadlines (时限看板), with how each was computed and by which calendar. */
@Controller
@Requires(function = "sla_board", right = Right.READ)
@RequestMapping("/desk/deadlines")
class DeadlinePages {

    private final DeadlineBoard board;
    private final Calendars calendars;

    DeadlinePages(DeadlineBoard board, Calendars calendars) {
        this.board = board;
        this.calendars = calendars;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        var rows = board.of(actor);
        model.addAttribute("rows", rows);
        model.addAttribute("late", rows.stream().filter(row -> row.due().late()).count());
        model.addAttribute("calendar", calendars.current().version());
        return "desk-deadlines";
    }
}
