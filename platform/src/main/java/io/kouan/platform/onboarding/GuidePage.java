package io.kouan.platform.onboarding;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.PublicPages;
import io.kouan.platform.accounts.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page 企业接入导航: to people of an enterprise each step with its state, whose turn it is and by when; to everybody else the road as
 * such.
 */
@Controller
class GuidePage {

    private final Guide guide;
    private final EnterpriseProfiles profiles;
    private final Permissions permissions;
    private final CurrentActor current;
    private final Optional<GuideMode> mode;
    private final FirstRelease released;
    private final Clock clock;

    GuidePage(
            Guide guide,
            EnterpriseProfiles profiles,
            Permissions permissions,
            CurrentActor current,
            Optional<GuideMode> mode,
            FirstRelease released,
            Clock clock) {
        this.mode = mode;
        this.released = released;
        this.clock = clock;
        this.guide = guide;
        this.profiles = profiles;
        this.permissions = permissions;
        this.current = current;
    }

    @GetMapping("/guide")
    String show(HttpServletRequest request, Model page) {
        var actor = current.of(request)
                .filter(who -> who.enterprise().isPresent())
                .filter(who -> permissions.allow(who.roles(), "access_guide", Right.READ));
        if (actor.isEmpty()) {
            page.addAttribute("steps", guide.described(language()));
            return "guide";
        }
        var profile = profiles.of(actor.get().enterprise().orElseThrow());
        var standings = guide.standings(profile);
        page.addAttribute("enterprise", profile);
        page.addAttribute("decidable", mode.map(it -> it.waiting(actor.get())).orElse(Set.of()));
        Stopwatch.of(profiles.since(profile.id()), released.of(profile.id()), clock.instant())
                .ifPresent(watch -> page.addAttribute("watch", watch));
        page.addAttribute(
                "steps",
                standings.stream()
                        .map(standing -> guide.line(standing, standings, language()))
                        .toList());
        Road.next(standings).ifPresent(next -> page.addAttribute("next", guide.line(next, standings, language())));
        page.addAttribute(
                "done",
                standings.stream()
                        .filter(standing -> standing.progress().state().isBehind())
                        .count());
        page.addAttribute(
                "skippedOne", standings.stream().anyMatch(standing -> standing.skip() == Road.Skip.CUSTOMS_CODE));
        page.addAttribute("skippedTwo", standings.stream().anyMatch(standing -> standing.skip() == Road.Skip.AGENT));
        return "guide";
    }

    private static Language language() {
        var asked = LocaleContextHolder.getLocale().getLanguage();
        return Locale.ENGLISH.getLanguage().equals(asked) ? Language.EN : Language.ZH;
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPages guideForEverybody() {
            return PublicPages.of("/guide");
        }
    }
}
