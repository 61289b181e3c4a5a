package io.kouan.bench.lists;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that are measured.
 *
 * @param page key of its name
 * @param path with filters; the same for staff of the port and for an enterprise
 */
public record Visits(String page, String path) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HALF_A_MONTH = 15;

    static List<Visits> all(int rows, LocalDate today) {
        var middle = today.minusDays(HALF_A_MONTH);
        var all = new ArrayList<Visits>();
        all.add(new Visits("lists.first", "/messages"));
        all.add(new Visits("lists.deep", "/messages?before=" + rows / 2));
        all.add(new Visits("lists.last", "/messages?before=60"));
        all.add(new Visits("lists.back", "/messages?after=" + rows / 2));
        all.add(new Visits("lists.type", "/messages?type=CEB621"));
        all.add(new Visits("lists.rare", "/messages?type=CEB625"));
        all.add(new Visits("lists.absent", "/messages?type=CEB701"));
        all.add(new Visits("lists.accepted", "/messages?verdict=accepted"));
        all.add(new Visits("lists.refused", "/messages?verdict=refused"));
        all.add(new Visits("lists.day", "/messages?from=" + middle + "&to=" + middle));
        all.add(new Visits("lists.daytype", "/messages?type=CEB411&from=" + middle + "&to=" + middle));
        all.add(new Visits("lists.released", "/messages?state=800"));
        all.add(new Visits("lists.waiting", "/messages?state=2"));
        all.add(new Visits("lists.failed", "/messages?state=-1"));
        all.add(new Visits("lists.id", "/messages?q=BENCH-" + (rows / 2 + 1)));
        all.add(new Visits("lists.order", "/messages?q=ORDER" + rows / 8));
        all.add(new Visits("lists.dashboard", "/"));
        all.add(new Visits("lists.live", "/dashboard/live"));
        all.add(new Visits("lists.minutes", "/dashboard/minutes"));
        return List.copyOf(all);
    }

    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
