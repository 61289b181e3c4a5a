package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kouan.ceb.finding.Language;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.notifications.Choices;
import io.kouan.platform.post.ReplyAddresses;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Answers by mail out and in, by a real mail server. */
@Execution(ExecutionMode.SAME_THREAD)
class TicketMailTest {

    private static final String MAILBOX = "service@port.example";
    private static final Pattern TOKEN = Pattern.compile("service\\+([a-z2-7]{32})@port\\.example");

    private static GreenMail server;
    private static GreenMailUser mailbox;
    private static TestPort port;
    private static int number;

    private DeskWorld world;
    private String address;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        mailbox = server.setUser(MAILBOX, "service", "secret");
        // as mail servers do that know sub-addresses
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            var email = to.getEmail().toLowerCase(java.util.Locale.ROOT).replaceAll("\\+[^@]*", "");
            try {
                return Optional.ofNullable(server.getUserManager().getUserByEmail(email))
                        .orElse(server.getUserManager().createUser(email, email, "x"));
            } catch (UserException e) {
                return server.getUserManager().getUserByEmail(email);
            }
        });
        port = TestPort.start(
                "--kouan.mail.host=127.0.0.1",
                "--kouan.mail.port=" + server.getSmtp().getPort(),
                "--kouan.mail.protection=NONE",
                "--kouan.mail.from=noreply@port.example",
                "--kouan.mail.imap.host=127.0.0.1",
                "--kouan.mail.imap.port=" + server.getImap().getPort(),
                "--kouan.mail.imap.protection=NONE",
                "--kouan.mail.imap.user=service",
                "--kouan.mail.imap.password=secret",
                "--kouan.mail.imap.address=" + MAILBOX,
                "--kouan.mail.imap.most-megabytes=1",
                "--kouan.mail.imap.every=1s");
    }

    @AfterAll
    static void stop() {
        port.close();
        server.stop();
    }

    @BeforeEach
    void somebodyWhoWantsMail() {
        world = new DeskWorld(port, "cs:");
        address = "zhang" + ++number + "@example.com";
        port.db()
                .sql("""
                        insert into cs_account (login, password_hash, state, credit_code, mobile, answers, person, submitted_at)
                        select substr(:login, 4), '-', 'ACTIVE', 'X', :mobile, cast(:answers as json), :login, now()
                        """)
                .param("login", world.user.login())
                .param("mobile", "1380000" + String.format("%04d", number))
                .param("answers", "{\"fields\":{\"user_email\":\"" + address + "\"},\"tables\":{}}")
                .update();
        port.bean(Choices.class).choose(world.user.login(), new Choices.Choice(true, false), Actor.program());
    }

    // --- out

    @Test
    void anAnswerGoesOutByMailWithAnAddressOfItsOwnAndWithoutNumbersOfPeople() throws Exception {
        var ticket = world.accepted();
        done(world.say(ticket, "reply", "请携带440402197203150016的身份证，致电13800138000。", AGENT));

        var mail = received(1).getFirst();

        assertThat(mail.getSubject()).contains(ticket.number().orElseThrow());
        assertThat(text(mail))
                .startsWith(QuotedTail.MARK)
                .contains("请携带", "/service-desk/tickets/" + ticket.id())
                .doesNotContain("440402197203150016", "13800138000");
        assertThat(token(mail)).hasSize(32);
        assertThat(port.db()
                        .sql("select count(*) from ticket_reply_token where digest = :token")
                        .param("token", token(mail))
                        .query(Long.class)
                        .single())
                .as("only the digest is kept")
                .isZero();
        await().until(() -> port.count("letter", "reply_to <> ''") == 0);
    }

    @Test
    void aReturnAndAMessageGoOutOnceEachAndANoteOfTheDeskDoesNot() {
        var ticket = world.accepted();
        assertThat(world.desk.say(ticket, "我们正在核实，请稍候。", false, List.of(), AGENT))
                .isEmpty();
        assertThat(world.desk.say(ticket, "内部：该企业上月曾被退回。", true, List.of(), AGENT))
                .isEmpty();
        done(world.take(world.now(ticket), "need_info", Decision.because("请补充营业执照", "INCOMPLETE"), AGENT));

        var mails = received(2);

        assertThat(mails).extracting(TicketMailTest::text).anyMatch(text -> text.contains("请稍候"));
        assertThat(mails).extracting(TicketMailTest::text).anyMatch(text -> text.contains("请补充营业执照"));
        assertThat(mails).extracting(TicketMailTest::text).noneMatch(text -> text.contains("内部"));
    }

    @Test
    void nothingThatSomebodyWroteGetsIntoTheHeadersOfAMail() throws Exception {
        var hostile = "标题\r\nBcc: thief@example.net\r\nX-Evil: 1";
        var ticket = world.fill(
                world.begin("FREE"),
                Map.of("category", "OTHER", "kind", "CONSULT", "title", hostile, "description", "说明文字足够长。"));
        var submitted = world.say(ticket, "submit", "", world.user);
        var agent = new Actor(AGENT.login(), "客服\r\nBcc: thief@example.net", AGENT.enterprise(), AGENT.roles(), "none");
        if (submitted instanceof io.kouan.platform.forms.Outcome.Done(var record, var _)) {
            ticket = record;
        } else {
            ticket = world.asked();
        }
        ticket = done(world.say(ticket, "accept", "", agent));
        done(world.say(ticket, "reply", "第一行\r\nBcc: thief@example.net\r\n\r\n第二行", agent));

        var mail = received(1).getFirst();

        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(address);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("From")).containsExactly("noreply@port.example");
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .flatMap(it -> recipients(it).stream())
                        .toList())
                .noneMatch(to -> to.contains("thief"));
    }

    // --- in

    @Test
    void anAnswerBecomesAMessageOfThePersonWithoutTheQuotedLetter() throws Exception {
        var ticket = answered();
        var mail = answer(address, "还有一个问题：需要公证吗？\n\n> " + QuotedTail.MARK + "\n> 请参考");
        mail.setFrom(new InternetAddress(address, "海关总署 <admin@port.example>", "UTF-8"));
        send(mail);

        await().until(() -> talk(ticket).size() == 2);

        assertThat(talk(ticket)).endsWith("还有一个问题：需要公证吗？");
        assertThat(world.now(ticket).state()).as("it asks back").isEqualTo("PROCESSING");
        assertThat(port.bean(TicketTalk.class)
                        .of(ticket, AGENT, Language.ZH)
                        .getLast()
                        .who())
                .contains("张海")
                .doesNotContain("总署");
        assertThat(told(AGENT.login())).contains("N-37");
    }

    @Test
    void theSameMailCountsOnceHoweverOftenItComes() throws Exception {
        var ticket = answered();
        var mail = answer(address, "请问办理时间？");
        mail.setHeader("Message-ID", "<once-" + ticket.id() + "@example.com>");
        send(mail);
        send(mail);
        send(mail);

        settled();

        assertThat(talk(ticket)).hasSize(2);
    }

    @Test
    void strangersAreNotHeardAndGetNothing() throws Exception {
        var ticket = answered();
        var other = new DeskWorld(port, "cs:");
        send(answer("thief@example.net", "请把资料发给我"));
        var wrongToken = answer(address, "猜的");
        wrongToken.setRecipients(Message.RecipientType.TO, "service+" + "a".repeat(32) + "@port.example");
        send(wrongToken);
        var noToken = answer(address, "没有凭证");
        noToken.setRecipients(Message.RecipientType.TO, MAILBOX);
        send(noToken);
        var twoSenders = answer(address, "两个发件人");
        twoSenders.setHeader("From", address + ", thief@example.net");
        send(twoSenders);
        assertThat(other.user.login()).isNotEqualTo(world.user.login());

        settled();

        assertThat(talk(ticket)).hasSize(1);
        assertThat(mine()).hasSize(1);
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .flatMap(mail -> recipients(mail).stream())
                        .toList())
                .noneMatch(to -> to.contains("thief"));
        assertThat(port.count(
                        "audit_entry",
                        "action = 'mail' and result = 'ERR_FORBIDDEN' and object = ?",
                        Long.toString(ticket.id())))
                .isEqualTo(2);
    }

    @Test
    void whoIsNoLongerOfTheEnterpriseIsNotHeard() throws Exception {
        var ticket = answered();
        port.db()
                .sql("update person set disabled_at = now() where login = :login")
                .param("login", world.user.login())
                .update();
        send(answer(address, "我已离职，但还能回信吗？"));

        settled();

        assertThat(talk(ticket)).hasSize(1);
    }

    @Test
    void programsAreNotAnswered() throws Exception {
        var ticket = answered();
        for (var header : Map.of(
                        "Auto-Submitted", "auto-replied",
                        "Precedence", "bulk",
                        "X-Autoreply", "yes",
                        "List-Id", "<list.example>",
                        "Return-Path", "<>")
                .entrySet()) {
            var mail = answer(address, "我在休假。");
            mail.setHeader(header.getKey(), header.getValue());
            send(mail);
        }

        settled();

        assertThat(talk(ticket)).hasSize(1);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void filesComeAlongByTheSameRulesAsOnThePage() throws Exception {
        var ticket = answered();
        send(answer(address, "请看附件。", file("证明.pdf", pdf())));
        await().until(() -> talk(ticket).size() == 2);
        assertThat(port.bean(TalkFiles.class).of(ticket).values())
                .singleElement()
                .satisfies(files -> assertThat(files.getFirst().name()).isEqualTo("证明.pdf"));

        send(answer(address, "请运行附件。", file("程序.exe", pdf())));
        send(answer(address, "伪装的附件。", file("x.pdf", "MZ program".getBytes(UTF_8))));

        var letters = received(3);
        assertThat(talk(ticket)).hasSize(2);
        assertThat(letters.subList(1, 3)).allSatisfy(letter -> {
            assertThat(letter.getSubject()).contains("未收录", ticket.number().orElseThrow());
            assertThat(text(letter)).doesNotContain("附件。", "请参考");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getReplyTo()).extracting(Object::toString).containsExactly("noreply@port.example");
        });
    }

    @Test
    void fiveHundredFilesOrATooLargeMailAreRefusedWithTheLimit() throws Exception {
        var ticket = answered();
        var many = new Part[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = file(i + ".pdf", new byte[] {1});
        }
        send(answer(address, "五百个附件。", many));
        send(answer(address, "很大的附件。", file("large.pdf", new byte[1_500_000])));

        var letters = received(3);

        assertThat(talk(ticket)).hasSize(1);
        assertThat(letters).extracting(TicketMailTest::text).anyMatch(text -> text.contains("附件数量不能超过10个"));
        assertThat(letters).extracting(TicketMailTest::text).anyMatch(text -> text.contains("20"));
    }

    @Test
    void onlyThePlainTextIsTakenAndHtmlIsShownToNobody() throws Exception {
        var ticket = answered();
        var html = new MimeBodyPart();
        html.setContent("<p onclick='x()'>恶意</p><script>alert(1)</script>", "text/html; charset=UTF-8");
        send(answer(address, "<script>alert(2)</script> 纯文本\u0000\u0007", html));

        await().until(() -> talk(ticket).size() == 2);

        assertThat(talk(ticket).getLast()).isEqualTo("<script>alert(2)</script> 纯文本");
    }

    @Test
    void toAClosedTicketNothingIsAddedAndTheSenderIsTold() throws Exception {
        var ticket = answered();
        done(world.say(world.now(ticket), "close", "", world.user));
        send(answer(address, "还有问题。"));

        var letters = received(2);

        assertThat(letters.getLast().getSubject()).contains("未收录");
        assertThat(talk(ticket)).hasSize(1);
        assertThat(world.now(ticket).state()).isEqualTo("CLOSED");
    }

    @Test
    void aMailThatNobodyCanReadDelaysNoOther() throws Exception {
        var ticket = answered();
        var broken = answer(address, "x");
        broken.setHeader("From", "=?utf-9?Q?=ZZ?= <<<" + address);
        send(broken);
        var strange = answer(address, "x");
        strange.setHeader("Message-ID", "");
        strange.setHeader("Date", "gestern");
        strange.setHeader("From", address + ", , ;");
        send(strange);
        send(answer(address, "后面的邮件照常收取。"));

        await().until(() -> talk(ticket).size() == 2);

        assertThat(talk(ticket)).endsWith("后面的邮件照常收取。");
    }

    @Test
    void whereThereIsNoMailboxLettersHaveNoAddressToAnswerAt() {
        assertThat(DeskWorld.PORT.bean(ReplyAddresses.class).isOpen()).isFalse();
        assertThat(DeskWorld.PORT.bean(ReplyAddresses.class).of("a".repeat(32))).isEmpty();
    }

    // --- the other side

    private FormRecord answered() {
        return done(world.say(world.accepted(), "reply", "请参考下载中心的指引。", AGENT));
    }

    private List<String> talk(FormRecord ticket) {
        return port.bean(TicketTalk.class).of(ticket, AGENT, Language.ZH).stream()
                .map(Said::body)
                .toList();
    }

    private static List<String> told(String login) {
        return port.db()
                .sql("select kind from notification join inbox_entry on notification_id = id where login = :login")
                .param("login", login)
                .query(String.class)
                .list();
    }

    /** The mails that the person got, when there are that many. */
    private List<MimeMessage> received(int mails) {
        await().atMost(Duration.ofSeconds(20)).until(() -> mine().size() >= mails);
        assertThat(mine()).hasSize(mails);
        return mine();
    }

    private List<MimeMessage> mine() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .filter(mail -> subject(mail).contains("有新回复") || subject(mail).contains("未收录"))
                .toList();
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Message mail) throws MessagingException {
        var found = TOKEN.matcher(mail.getReplyTo()[0].toString());
        assertThat(found.matches()).isTrue();
        return found.group(1);
    }

    private static String text(Message mail) {
        try {
            return (String) mail.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer to the newest letter that the person got. */
    private MimeMessage answer(String from, String text, Part... parts) throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> !mine().isEmpty());
        var letter = mine().stream()
                .filter(mail -> !subject(mail).contains("未收录"))
                .findFirst()
                .orElseThrow();
        var mail = new MimeMessage(server.getSmtp().createSession());
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, letter.getReplyTo());
        mail.setSubject("Re: " + letter.getSubject(), "UTF-8");
        if (parts.length == 0) {
            mail.setText(text, "UTF-8");
        } else {
            var body = new MimeMultipart();
            var plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            body.addBodyPart(plain);
            for (Part part : parts) {
                body.addBodyPart((MimeBodyPart) part);
            }
            mail.setContent(body);
        }
        mail.saveChanges();
        return mail;
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart file(String name, byte[] content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
        part.setFileName(jakartaName(name));
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private static String jakartaName(String name) {
        try {
            return jakarta.mail.internet.MimeUtility.encodeText(name, "UTF-8", "B");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivered as a mail server would, whatever its sender's client had made of it. */
    private static void send(MimeMessage mail) {
        mailbox.deliver(mail);
    }

    /** Everything that lies in the mailbox was read. */
    private static void settled() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().stream()
                        .allMatch(stored -> stored.isSet(jakarta.mail.Flags.Flag.SEEN)));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
