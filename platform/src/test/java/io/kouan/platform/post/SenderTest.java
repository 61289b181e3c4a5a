package io.kouan.platform.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.kouan.platform.database.TestDatabase;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** What is posted goes out: by a real mail server, over failures and crashes. */
@Execution(ExecutionMode.SAME_THREAD)
class SenderTest {

    private final HikariDataSource pool = TestDatabase.fresh().pool();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
    private final JdbcClient db = JdbcClient.create(pool);
    private final OtherClock clock = new OtherClock();
    private final Bell bell = new Bell();
    private final Post post = transactional(new Post(db, clock, bell));
    private final Outgoing outgoing = transactional(new Outgoing(db, clock));

    @AfterEach
    void close() {
        pool.close();
    }

    /** A carrier that answers as it is told and remembers what it was given. */
    private record Scripted(Letter.Kind kind, Function<Letter, Handover> answer, ConcurrentLinkedQueue<UUID> carried)
            implements Carrier {

        static Scripted mail(Function<Letter, Handover> answer) {
            return new Scripted(Letter.Kind.MAIL, answer, new ConcurrentLinkedQueue<>());
        }

        @Override
        public Handover carry(UUID id, Letter letter) {
            carried.add(id);
            return answer.apply(letter);
        }
    }

    @Test
    void aMailGoesOutByAMailServerWithItsTextAsWritten() throws MessagingException {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var sender = sender(new SmtpMail(settings(server.getSmtp().getPort()), clock));
            post.send(Letter.mail("lisi@example.com", "海关企业注册登记审批通过", "海关十位编码 4404112345；请办理法人卡。\nOK"));

            assertThat(sender.step()).isTrue();

            var mails = server.getReceivedMessages();
            assertThat(mails).hasSize(1);
            assertThat(mails[0].getSubject()).isEqualTo("海关企业注册登记审批通过");
            assertThat(mails[0].getAllRecipients()).extracting(Object::toString).containsExactly("lisi@example.com");
            assertThat(text(mails[0])).isEqualToNormalizingNewlines("海关十位编码 4404112345；请办理法人卡。\nOK");
            assertThat(mails[0].getHeader("Message-ID")[0])
                    .isEqualTo("<"
                            + db.sql("select id from letter").query(UUID.class).single() + "@port.example>");
            assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedThreeTimesMoreAndThenGivenUp() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        var sender = sender(new SmtpMail(settings(port), clock));
        post.send(Letter.mail("lisi@example.com", "主题", "验证码 123456"));

        var tried = new ArrayList<Duration>();
        for (var waited = Duration.ZERO; waited.toMinutes() < 60; waited = waited.plusSeconds(5)) {
            if (sender.step()) {
                tried.add(waited);
            }
            clock.pass(Duration.ofSeconds(5));
        }

        assertThat(tried)
                .containsExactly(
                        Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(70), Duration.ofSeconds(670));
        assertThat(letter("state")).isEqualTo("FAILED");
        assertThat(letter("receiver || subject || text")).isEqualTo("l***@example.com");
        assertThat(db.sql("select problem from letter_attempt order by number")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .allMatch(problem -> !problem.isEmpty() && !problem.contains("lisi"));
    }

    @Test
    void afterDeliveryTheOutboxHoldsNeitherTextNorAddress() {
        var sender = sender(Scripted.mail(_ -> new Carrier.Handover.Taken()));
        post.send(Letter.mail("lisi@example.com", "验证码", "您的验证码 123456"));
        sender.step();

        assertThat(letter("state")).isEqualTo("SENT");
        assertThat(db.sql("select letter::text from letter").query(String.class).single())
                .doesNotContain("123456", "lisi", "验证码");
    }

    @Test
    void aLetterOfATransactionThatIsRolledBackDoesNotGoOut() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            post.send(Letter.sms("13800000000", "您好"));
            status.setRollbackOnly();
        });

        assertThat(db.sql("select count(*) from letter").query(Long.class).single())
                .isZero();
    }

    @Test
    void aCrashBeforeTheHandoverLosesNothing() {
        post.send(Letter.mail("lisi@example.com", "主题", "正文"));
        // the process ends here, with the letter taken and not handed over
        var _ = outgoing.take().orElseThrow();

        var after = Scripted.mail(_ -> new Carrier.Handover.Taken());
        var sender = sender(after);
        assertThat(sender.step()).as("it may still be on its way").isFalse();
        clock.pass(Duration.ofMinutes(11));

        assertThat(sender.step()).isTrue();
        assertThat(letter("state")).isEqualTo("SENT");
        assertThat(after.carried()).hasSize(1);
        assertThat(db.sql("select ended_at is null from letter_attempt order by number")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
    }

    @Test
    void aCrashAfterTheHandoverRepeatsItUnderTheSameId() {
        post.send(Letter.mail("lisi@example.com", "主题", "正文"));
        var carrier = Scripted.mail(_ -> new Carrier.Handover.Taken());
        var taken = outgoing.take().orElseThrow();
        carrier.carry(taken.id(), taken.letter());
        // the process ends here, before it was noted
        clock.pass(Duration.ofMinutes(11));
        sender(carrier).step();

        assertThat(carrier.carried()).hasSize(2);
        assertThat(List.copyOf(carrier.carried())).allMatch(taken.id()::equals);
    }

    @Test
    void aLetterThatCrashesItsSenderEachTimeIsGivenUp() {
        post.send(Letter.mail("lisi@example.com", "主题", "正文"));
        for (int attempt = 1; attempt <= 4; attempt++) {
            var _ = outgoing.take().orElseThrow();
            clock.pass(Duration.ofMinutes(11));
        }

        assertThat(sender(Scripted.mail(_ -> new Carrier.Handover.Taken())).step())
                .isFalse();
        assertThat(letter("state || text")).isEqualTo("FAILED");
    }

    @Test
    void threeNodesSendEachLetterOnce() {
        var carrier = Scripted.mail(_ -> new Carrier.Handover.Taken());
        for (int number = 0; number < 60; number++) {
            post.send(Letter.mail("a" + number + "@example.com", "主题", "正文"));
        }
        var nodes = List.of(sender(carrier), sender(carrier), sender(carrier));
        nodes.forEach(Sender::start);
        try {
            await().until(() -> db.sql("select count(*) from letter where state = 'SENT'")
                    .query(Long.class)
                    .single()
                    .equals(60L));
        } finally {
            nodes.forEach(Sender::stop);
        }

        assertThat(carrier.carried()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void theCatcherKeepsTheNewestTwoHundred() {
        var sender = sender(new Catcher(Letter.Kind.SMS, db, clock));
        for (int number = 1; number <= 205; number++) {
            post.send(Letter.sms("13800000000", "第" + number + "条"));
            sender.step();
        }

        assertThat(Catcher.newest(db)).hasSize(200);
        assertThat(Catcher.newest(db).getFirst().text()).isEqualTo("第205条");
        assertThat(db.sql("select count(*) from caught_letter")
                        .query(Long.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void aRealPortWithoutMailServerSaysSo() {
        var sender = sender(new NoMail());
        post.send(Letter.mail("lisi@example.com", "主题", "正文"));
        sender.step();

        assertThat(db.sql("select problem from letter_attempt")
                        .query(String.class)
                        .single())
                .isEqualTo("kouan.mail.host is not set");
    }

    private Sender sender(Carrier... carriers) {
        return new Sender(outgoing, bell, List.of(carriers));
    }

    private static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "", "", "port@port.example", MailSettings.Protection.NONE);
    }

    private static String text(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getContent().toString().strip();
        } catch (MessagingException | java.io.IOException e) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), e);
        }
    }

    private String letter(String column) {
        return db.sql("select " + column + " from letter").query(String.class).single();
    }

    /** As the container makes it: each method in a transaction. */
    @SuppressWarnings("unchecked")
    private <T> T transactional(T bean) {
        var factory = new org.springframework.aop.framework.ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                (org.springframework.transaction.TransactionManager) transactions,
                new AnnotationTransactionAttributeSource()));
        return (T) factory.getProxy();
    }
}
