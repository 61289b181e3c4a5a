package io.kouan.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.ContactBook;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.post.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told, once, on the site and elsewhere; on a real database. */
class NotificationsTest {

    private static final TestPort PORT = TestPort.shared();

    private final Notifications notifications = PORT.bean(Notifications.class);
    private final Inbox inbox = PORT.bean(Inbox.class);
    private final Choices choices = PORT.bean(Choices.class);
    private final String someone = person(Optional.empty(), Role.AUDITOR);

    @Test
    void whoIsInTwoGroupsIsToldOnce() {
        long enterprise = enterprise();
        var admin = person(Optional.of(enterprise), Role.ENT_ADMIN);
        var clerk = person(Optional.of(enterprise), Role.ENT_OPERATOR);
        var stranger = person(Optional.of(enterprise()), Role.ENT_ADMIN);

        notifications.tell(
                "N-15",
                List.of(
                        new Reader(new Recipients.OfEnterprise(enterprise), "/guide"),
                        new Reader(new Recipients.OnePerson(admin), "/desk")),
                Map.of("no", "SW1"));

        assertThat(inbox.page(admin, false, 1)).extracting(Inbox.Entry::link).containsExactly("/guide");
        assertThat(inbox.page(clerk, false, 1)).isEmpty();
        assertThat(inbox.page(stranger, false, 1)).isEmpty();
    }

    @Test
    void aQueueIsToldToAllWhoHoldTheRole() {
        var first = person(Optional.empty(), Role.CS_SUPERVISOR);
        var second = person(Optional.empty(), Role.CS_SUPERVISOR);

        notifications.tell(
                "N-80",
                new Recipients.Holders(Role.CS_SUPERVISOR),
                Map.of("kind", "工单", "kind.en", "Ticket", "no", "GD1", "due", "2026-11-25 18:00"));

        assertThat(inbox.unread(first)).isEqualTo(1);
        assertThat(inbox.unread(second)).isEqualTo(1);
    }

    @Test
    void readAndUnreadAreEachReadersOwn() {
        var other = person(Optional.empty(), Role.AUDITOR);
        notifications.tell(
                "N-15",
                List.of(
                        new Reader(new Recipients.OnePerson(someone), ""),
                        new Reader(new Recipients.OnePerson(other), "")),
                Map.of("no", "SW1"));
        long id = inbox.page(someone, true, 1).getFirst().id();

        assertThat(inbox.read(someone, id)).contains("");

        assertThat(inbox.unread(someone)).isZero();
        assertThat(inbox.unread(other)).isEqualTo(1);
        inbox.unread(someone, id);
        assertThat(inbox.unread(someone)).isEqualTo(1);
        assertThat(inbox.read(person(Optional.empty(), Role.AUDITOR), id)).isEmpty();
    }

    @Test
    void markingAllLeavesWhatCameAfterThePageWasShown() {
        tellSomeone("SW1");
        long seen = inbox.page(someone, false, 1).getFirst().id();
        tellSomeone("SW2");

        inbox.readAll(someone, seen);

        assertThat(inbox.unread(someone)).isEqualTo(1);
    }

    @Test
    void pagesHoldTwentyNewestFirst() {
        for (int number = 1; number <= 45; number++) {
            tellSomeone("SW" + number);
        }

        assertThat(inbox.page(someone, false, 1))
                .hasSize(20)
                .first()
                .extracting(Inbox.Entry::values)
                .isEqualTo(Map.of("no", "SW45"));
        assertThat(inbox.page(someone, false, 3))
                .hasSize(5)
                .last()
                .extracting(Inbox.Entry::values)
                .isEqualTo(Map.of("no", "SW1"));
        assertThat(inbox.count(someone, true)).isEqualTo(45);
    }

    @Test
    void anIdNumberNeverReachesTheInbox() {
        notifications.tell(
                "N-12",
                new Recipients.OnePerson(someone),
                Map.of("form", "企业注册登记", "no", "SW1", "reason", "身份证440402197203150016有误"));

        assertThat(inbox.page(someone, false, 1).getFirst().values().get("reason"))
                .isEqualTo("身份证440402********0016有误");
    }

    @Test
    void valuesThatDoNotFitTheTextAreRefused() {
        var to = new Recipients.OnePerson(someone);

        assertThatIllegalArgumentException().isThrownBy(() -> notifications.tell("N-15", to, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notifications.tell("N-15", to, Map.of("no", "1", "password", "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> notifications.tell("N-00", to, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reader(to, "https://example.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reader(to, "//example.com"));
    }

    @Test
    void whenTheProcessDiesBetweenNothingIsToldAndTheSecondTryTellsOnce() {
        var work = new TransactionTemplate(PORT.bean(PlatformTransactionManager.class));
        choices.choose(someone, new Choices.Choice(true, true), Actor.program());

        // the database sees what it sees when the process is killed: the connection is gone before the commit
        assertThatThrownBy(() -> work.executeWithoutResult(status -> {
                    tellWithCopies("SW-KILLED");
                    PORT.db()
                            .sql("select pg_terminate_backend(pg_backend_pid())")
                            .query()
                            .listOfRows();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(inbox.count(someone, false)).isZero();
        assertThat(PORT.count("notification", "given ->> 'no' = 'SW-KILLED'")).isZero();
        assertThat(caught("SW-KILLED")).isZero();

        work.executeWithoutResult(status -> tellWithCopies("SW-KILLED"));
        assertThat(inbox.count(someone, false)).isEqualTo(1);
        org.awaitility.Awaitility.await().until(() -> caught("SW-KILLED") == 2);
    }

    @Test
    void h078copiesGoOnlyTheWayThatWasChosen() {
        choices.choose(someone, new Choices.Choice(true, false), Actor.program());

        tellWithCopies("SW-H078");

        org.awaitility.Awaitility.await().until(() -> caught("SW-H078") == 1);
        assertThat(PORT.count(
                        "caught_letter",
                        "kind = 'MAIL' and text like '%SW-H078%' and text like '%change of registration%'"))
                .isEqualTo(1);
        assertThat(PORT.count("letter", "text like '%SW-H078%'")).isZero();
        assertThat(inbox.unread(someone)).isEqualTo(1);
    }

    @Test
    void aChoiceIsKeptInTheAuditLogOnce() {
        var admin = new Actor("chooser", "管理员", OptionalLong.empty(), Set.of(Role.ENT_ADMIN), "none");
        choices.choose(someone, new Choices.Choice(true, false), admin);
        choices.choose(someone, new Choices.Choice(true, false), admin);

        assertThat(PORT.count("audit_entry", "login = 'chooser' and object = ? and action = 'choose'", someone))
                .isEqualTo(1);
    }

    private void tellSomeone(String no) {
        notifications.tell("N-15", new Recipients.OnePerson(someone), Map.of("no", no));
    }

    /** As the port does, with a book that knows the addresses. */
    private void tellWithCopies(String no) {
        ContactBook book = login -> Optional.of(new ContactBook.Contact(login + "@example.com", "13800000000"));
        var copies = new Copies(choices, List.of(book), List.of(), PORT.bean(Post.class));
        tellSomeone(no);
        copies.send(PORT.bean(NotificationTexts.class).text("N-15"), Map.of("no", no), List.of(someone));
    }

    private static long caught(String no) {
        return PORT.count("caught_letter", "text like ?", "%" + no + "%");
    }

    private static long enterprise() {
        var letters = UUID.randomUUID().toString().replaceAll("[^0-9]", "") + "0000000000000000";
        return PORT.bean(EnterpriseProfiles.class)
                .open("91" + letters.substring(0, 16), "珠海测试有限公司", Optional.empty(), false, Map.of());
    }

    private static String person(Optional<Long> enterprise, Role role) {
        var login = "n" + UUID.randomUUID().toString().replace("-", "");
        PORT.bean(People.class).register(login, "x", "张三", enterprise, Set.of(role));
        return login;
    }
}
