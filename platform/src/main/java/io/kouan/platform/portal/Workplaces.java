package io.kouan.platform.portal;

import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Workplace;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Who has which workplaces (工作台), in order. */
@Component
class Workplaces {

    private final List<Workplace> all;
    private final Permissions permissions;

    Workplaces(List<Workplace> all, Permissions permissions) {
        this.all =
                all.stream().sorted(Comparator.comparingInt(Workplace::order)).toList();
        this.permissions = permissions;
    }

    List<Workplace> of(Viewer viewer) {
        return all.stream()
                .filter(place -> permissions.allow(viewer.person().roles(), place.function(), place.right()))
                .toList();
    }

    /** Where somebody goes on after signing in. */
    String first(Viewer viewer) {
        return of(viewer).stream().findFirst().map(Workplace::path).orElse("/");
    }

    /** Those of the pages here, and of rooms that have no pages of their own frame. */
    @Configuration(proxyBeanMethods = false)
    static class OfThePortal {

        @Bean
        Workplace overviewPlace() {
            return new Workplace("/dashboard", "nav.dashboard", "messages", Right.READ, 10);
        }

        @Bean
        Workplace messagesPlace() {
            return new Workplace("/messages", "nav.messages", "messages", Right.READ, 11);
        }

        @Bean
        Workplace guidePlace() {
            return new Workplace("/guide", "nav.guide", "access_guide", Right.READ, 20);
        }

        @Bean
        Workplace customsEntryPlace() {
            return new Workplace(
                    "/customs-entry/filings", "filing.customs.short", "customs_portal_filing", Right.CREATE, 24);
        }

        @Bean
        Workplace inspectionEntryPlace() {
            return new Workplace(
                    "/inspection-entry/filings", "filing.inspection.short", "inspection_filing", Right.CREATE, 25);
        }

        @Bean
        Workplace claimsPlace() {
            return new Workplace("/claims", "accounts.claims.nav", "customs_code_verification", Right.DECIDE, 31);
        }

        @Bean
        Workplace cardsPlace() {
            return new Workplace("/cards", "credentials.window", "cards", Right.ISSUE, 32);
        }

        @Bean
        Workplace channelsOfTheDataCentre() {
            return new Workplace("/channels", "transmission.channels", "channel_opening", Right.READ, 33);
        }

        @Bean
        Workplace channelsOfTheServiceDesk() {
            return new Workplace("/channels", "transmission.channels", "channel_opening", Right.ISSUE, 33);
        }

        @Bean
        Workplace dxpUsersPlace() {
            return new Workplace("/dxp-users", "transmission.users", "dxp_ids", Right.READ, 34);
        }

        @Bean
        Workplace staffPlace() {
            return new Workplace("/staff", "staff.nav", "staff", Right.ADMINISTER, 60);
        }

        @Bean
        Workplace auditPlace() {
            return new Workplace("/audit", "audit.nav", "audit_log", Right.READ, 61);
        }

        @Bean
        Workplace deskPlace() {
            return new Workplace("/desk", "nav.desk", "desk", Right.READ, 30);
        }
    }
}
