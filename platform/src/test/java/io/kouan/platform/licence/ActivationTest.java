package io.kouan.platform.licence;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static io.kouan.platform.licence.LicenceWorld.AGENT;
import static io.kouan.platform.licence.LicenceWorld.PORT;
import static io.kouan.platform.licence.LicenceWorld.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.client.Commands;
import io.kouan.client.activation.Installed;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import io.kouan.client.terminal.Texts;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.licence.ClientLicence.Step;
import io.kouan.platform.onboarding.StepState;
import io.kouan.platform.port.PortTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of the client's activation, from the file that the client writes to the file that it takes in. */
class ActivationTest {

    @TempDir
    Path folder;

    private final LicenceWorld world = new LicenceWorld();

    @Test
    void h157TheClientIsActivatedByTicket() throws IOException {
        Files.write(folder.resolve("own.lic"), file(world.licence));
        Files.write(
                folder.resolve("card.p12"),
                world.card.store("4711".toCharArray()).array());

        assertThat(client(
                        "request",
                        "--licence",
                        path("own.lic"),
                        "--key",
                        path("card.p12"),
                        "--pin",
                        "4711",
                        "--out",
                        path("own.req")))
                .isEqualTo(ExitCode.OK);
        assertThat(client("status")).isEqualTo(ExitCode.FINDINGS);
        assertThat(said).contains("需要激活");

        var request = world.submitted("FIRST", Bytes.of(Files.readAllBytes(folder.resolve("own.req"))));
        assertThat(world.ticket(request).answers().text("template")).isEqualTo("LICENCE_ACTIVATION");
        assertThat(LicenceWorld.told(AGENT.login())).contains("N-60");
        assertThat(request.answers().text("machine_fingerprint")).matches("[0-9A-F]{64}");
        assertThat(request.answers().text("card_medium")).isEqualTo("UKEY");

        var activated = done(world.company.take(request, "issue", Decision.plain(), AGENT));
        assertThat(activated.state()).isEqualTo("ACTIVATED");
        assertThat(world.ticket(activated).state()).isEqualTo("REPLIED");
        assertThat(LicenceWorld.told(world.user.login())).contains("N-30", "N-61", "N-36");

        Files.write(folder.resolve("own.act"), act(activated.id()));
        assertThat(client("import", path("own.act"))).isEqualTo(ExitCode.OK);
        assertThat(client("status")).isEqualTo(ExitCode.OK);
        assertThat(said).contains("已激活", world.licence);
    }

    @Test
    void h158TheFileIsTakenInItsOwnSlotOnly() {
        var other = world.company.fill(
                world.company.begin("ticket", world.user),
                new Answers(Map.of("template", "FREE"), Map.of()),
                world.user);
        var file = world.asks(folder, "a");

        assertThat(messages(world.put(other, "general", "client.req", file, world.user)))
                .containsExactly("ERR_FILE_TYPE");
        assertThat(world.put(world.begun("FIRST"), ActivationForm.FILE, "client.req", file, world.user))
                .isEmpty();
    }

    @Test
    void h159AForeignFileAndAnAlteredOneAreRefused() {
        var stranger = new LicenceWorld();
        var altered = world.asks(folder, "a").array().clone();
        altered[altered.length / 2] ^= 1;

        assertThat(refused(world.submit("FIRST", stranger.asks(folder, "b")))).containsExactly("ERR_LICENCE_OWNER");
        assertThat(refused(world.submit("FIRST", Bytes.of(altered)))).containsExactly("ERR_ACTIVATION_FILE");
        assertThat(refused(world.submit("FIRST", Bytes.utf8("no request at all"))))
                .containsExactly("ERR_ACTIVATION_FILE");
    }

    @Test
    void h160OnlySoManyComputersAndAReplacementFreesTheOldest() {
        var first = world.activated("FIRST", world.asks(folder, "a"));
        var second = world.activated("FIRST", world.asks(folder, "b"));
        var third = world.asks(folder, "c");

        assertThat(refused(world.submit("FIRST", third))).containsExactly("ERR_ACTIVATION_LIMIT");

        var replaced = world.activated("NEW_PC", third);
        assertThat(computer(first.id())).extracting(ActivatedComputer::why).isEqualTo("REPLACED");
        assertThat(computer(second.id()).counts()).isTrue();
        assertThat(computer(replaced.id()).counts()).isTrue();
        assertThat(PORT.bean(ActivationIssue.class).file(first.id())).isEmpty();
    }

    @Test
    void h160TheLimitHoldsAlsoForRequestsThatWaitedTogether() {
        var waiting = List.of("a", "b", "c").stream()
                .map(computer -> world.submitted("FIRST", world.asks(folder, computer)))
                .toList();
        world.company.take(waiting.get(0), "issue", Decision.plain(), AGENT);
        world.company.take(waiting.get(1), "issue", Decision.plain(), AGENT);

        assertThat(refused(world.company.take(waiting.get(2), "issue", Decision.plain(), AGENT)))
                .containsExactly("ERR_ACTIVATION_LIMIT");
        assertThat(PORT.bean(Computers.class).counting(world.licence)).hasSize(2);
    }

    @Test
    void h161ACopiedActivationDoesNotActivateAnotherComputer() throws IOException {
        var activated = world.activated("FIRST", world.asks(folder, "a"));
        var file = Bytes.of(act(activated.id()));
        var own = world.client(folder, "a");
        var other = world.client(folder, "b");

        assertThat(own.activate(file, Instant.now())).isEmpty();
        assertThat(other.activate(file, Instant.now())).contains(Installed.Refusal.OTHER_COMPUTER);
        assertThat(own.standing(Instant.now())).isInstanceOf(Installed.Standing.Activated.class);
        assertThat(other.standing(Instant.now())).isInstanceOf(Installed.Standing.Needed.class);
    }

    @Test
    void theSameComputerAfterAReinstallationTakesNoSecondPlace() {
        var first = world.activated("FIRST", world.asks(folder, "a"));
        world.activated("FIRST", world.asks(folder, "b"));

        var again = world.activated("REINSTALL", world.asks(folder, "a"));

        assertThat(computer(first.id()).why()).isEqualTo("AGAIN");
        assertThat(computer(again.id()).counts()).isTrue();
        assertThat(PORT.bean(Computers.class).counting(world.licence)).hasSize(2);
    }

    @Test
    void aRequestIsIssuedOnceByTheServiceDeskAndByNobodyElse() {
        var request = world.submitted("FIRST", world.asks(folder, "a"));
        var relative =
                new Actor("lic-relative", "亲属", OptionalLong.of(world.company.id()), Set.of(Role.CS_AGENT), "none");

        assertThat(refused(world.company.take(request, "issue", Decision.plain(), world.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(world.company.take(
                        request, "issue", Decision.plain(), TestEnterprise.officer("dc", Role.DC_TRANSMISSION))))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(world.company.take(request, "issue", Decision.plain(), relative)))
                .containsExactly("ERR_SELF_APPROVAL");
        done(world.company.take(request, "issue", Decision.plain(), AGENT));
        assertThat(PORT.bean(FormSteps.class).take(request.id(), request.version(), "issue", Decision.plain(), AGENT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(world.company.take(request, "issue", Decision.plain(), AGENT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(PORT.bean(Computers.class).counting(world.licence)).hasSize(1);
    }

    @Test
    void aStrangerNeitherSeesARequestNorPutsAFileIntoIt() {
        var request = world.begun("FIRST");
        var stranger = new LicenceWorld();

        assertThat(PORT.bean(Forms.class).find(request.id(), stranger.user)).isEmpty();
        assertThat(messages(stranger.put(
                        request, ActivationForm.FILE, "client.req", stranger.asks(folder, "x"), stranger.user)))
                .containsExactly("ERR_FORBIDDEN");
        assertThat(refused(PORT.bean(FormSteps.class)
                        .take(request.id(), request.version(), "submit", Decision.plain(), stranger.user)))
                .containsExactly("ERR_FORBIDDEN");
    }

    @Test
    void aFileThatIsTooLargeOrHasAnotherEndingStaysOutside() {
        var request = world.begun("FIRST");

        assertThat(messages(world.put(
                        request, ActivationForm.FILE, "client.req", Bytes.of(new byte[1_100_000]), world.user)))
                .containsExactly("ERR_FILE_SIZE");
        assertThat(messages(world.put(request, ActivationForm.FILE, "client.pdf", world.asks(folder, "a"), world.user)))
                .containsExactly("ERR_FILE_TYPE_SLOT");
    }

    @Test
    void aRequestOfAnOldDateOrWithALostCardIsRefused() {
        var client = world.client(folder, "a");
        var old = client.request(
                client.licence().orElseThrow(),
                world.card,
                "UKEY",
                "0.1.0",
                Instant.now().minus(Duration.ofDays(31)));
        assertThat(refused(world.submit("FIRST", old))).containsExactly("ERR_ACTIVATION_FILE");

        var file = world.asks(folder, "a");
        var waiting = world.submitted("FIRST", file);
        PORT.bean(io.kouan.platform.credentials.KnownCertificates.class)
                .revoke(
                        new io.kouan.ceb.certificate.EnterpriseCertificate(world.card.certificate()).serial(),
                        Instant.now().minusSeconds(1));
        assertThat(refused(world.submit("FIRST", file))).containsExactly("ERR_ACTIVATION_FILE");
        assertThat(refused(world.company.take(waiting, "issue", Decision.plain(), AGENT)))
                .containsExactly("ERR_ACTIVATION_FILE");
    }

    @Test
    void aTicketAboutAnActivationComesWithItsRequestOnly() {
        var ticket = world.company.fill(
                world.company.begin("ticket", world.user),
                new Answers(
                        Map.of(
                                "template", "LICENCE_ACTIVATION",
                                "category", "CBEC",
                                "kind", "SERVICE",
                                "title", "申请客户端激活",
                                "description", "申请客户端激活"),
                        Map.of()),
                world.user);

        assertThat(refused(world.company.take(ticket, "submit", Decision.plain(), world.user)))
                .containsExactly("ERR_ACTIVATION_FILE");
    }

    @Test
    void whoWithdrawsTheTicketWithdrawsTheRequest() {
        var request = world.submitted("FIRST", world.asks(folder, "a"));

        done(world.company.take(world.ticket(request), "cancel", Decision.plain(), world.user));

        assertThat(LicenceWorld.now(request).state()).isEqualTo("CANCELLED");
    }

    @Test
    void aRefusalIsToldOnTheTicketAndAnEarlierActivationStays() {
        var first = world.activated("FIRST", world.asks(folder, "a"));
        var request = world.submitted("FIRST", world.asks(folder, "b"));

        done(world.company.take(request, "refuse", Decision.because("电脑不在本企业名下", "OTHER"), AGENT));

        assertThat(world.ticket(request).state()).isEqualTo("REPLIED");
        assertThat(computer(first.id()).counts()).isTrue();
        assertThat(PORT.bean(ActivationIssue.class).file(request.id())).isEmpty();
    }

    @Test
    void aSupervisorSuspendsResumesAndRevokesAndNobodyElse() {
        var activated = world.activated("FIRST", world.asks(folder, "a"));
        var desk = PORT.bean(LicenceDesk.class);

        assertThat(desk.take(world.licence, version(), Step.REVOKE, "企业已停业", AGENT))
                .contains("ERR_FORBIDDEN");
        assertThat(desk.take(world.licence, version(), Step.REVOKE, "企业", SUPERVISOR))
                .contains("ERR_REASON_REQUIRED");
        assertThat(desk.take(world.licence, version() + 1, Step.REVOKE, "企业已停业", SUPERVISOR))
                .contains("ERR_VERSION_CONFLICT");
        assertThat(desk.take(world.licence, version(), Step.SUSPEND, "卡丢失，待核实", SUPERVISOR))
                .isEmpty();
        assertThat(PORT.bean(ActivationIssue.class).file(activated.id())).isEmpty();
        assertThat(refused(world.submit("FIRST", asked("b")))).containsExactly("ERR_LICENCE_STATE");
        assertThat(step().state()).isEqualTo(StepState.OPEN);

        assertThat(desk.take(world.licence, version(), Step.RESUME, "", SUPERVISOR))
                .isEmpty();
        assertThat(PORT.bean(ActivationIssue.class).file(activated.id())).isPresent();
        assertThat(step().state()).isEqualTo(StepState.DONE);

        assertThat(desk.take(world.licence, version(), Step.REVOKE, "企业已停业", SUPERVISOR))
                .isEmpty();
        assertThat(PORT.bean(Licences.class).file(world.licence)).isEmpty();
        assertThat(desk.take(world.licence, version(), Step.RESUME, "", SUPERVISOR))
                .contains("ERR_LICENCE_STATE");
    }

    @Test
    void theEnterpriseIsRemindedOfTheEndOfItsLicenceOnceForEachTime() {
        var register = PORT.bean(LicenceRegister.class);
        var expiry = PORT.bean(LicenceExpiry.class);
        PORT.bean(People.class)
                .register(
                        "licadmin" + world.company.id(),
                        "-",
                        "陈桥",
                        Optional.of(world.company.id()),
                        Set.of(Role.ENT_ADMIN));
        end(LocalDate.now(PortTime.ZONE).plusDays(20));

        expiry.look();
        expiry.look();
        assertThat(reminders()).isEqualTo(1);

        end(LocalDate.now(PortTime.ZONE).plusDays(3));
        expiry.look();
        expiry.look();
        assertThat(reminders()).isEqualTo(2);
        assertThat(register.find(world.licence)).isPresent();
        assertThat(LicenceExpiry.due(31)).isEmpty();
        assertThat(LicenceExpiry.due(30)).hasValue(30);
        assertThat(LicenceExpiry.due(7)).hasValue(7);
        assertThat(LicenceExpiry.due(0)).hasValue(1);
    }

    private void end(LocalDate until) {
        PORT.db()
                .sql("update client_licence set valid_to = :until where number = :number")
                .param("until", until)
                .param("number", world.licence)
                .update();
    }

    private long reminders() {
        return PORT.count("notification", "kind = 'N-81' and given ->> 'object' = ?", world.licence);
    }

    @Test
    void anAgentRenewsALicenceThatHasRunOut() {
        PORT.db()
                .sql("update client_licence set valid_to = valid_from where number = :number")
                .param("number", world.licence)
                .update();
        PORT.db()
                .sql(
                        "update client_licence set valid_from = valid_from - 9, valid_to = valid_to - 9 where number = :number")
                .param("number", world.licence)
                .update();
        assertThat(PORT.bean(Licences.class).file(world.licence)).isEmpty();

        assertThat(PORT.bean(LicenceDesk.class).take(world.licence, version(), Step.RENEW, "", AGENT))
                .isEmpty();

        assertThat(PORT.bean(Licences.class).file(world.licence)).isPresent();
    }

    @Test
    void theRoadShowsHowFarTheActivationReallyIs() {
        assertThat(step().state()).isEqualTo(StepState.OPEN);
        var request = world.submitted("FIRST", world.asks(folder, "a"));
        assertThat(step().state()).isEqualTo(StepState.RUNNING);
        assertThat(step().turn()).containsExactly("CS_AGENT");
        done(world.company.take(request, "issue", Decision.plain(), AGENT));
        assertThat(step().state()).isEqualTo(StepState.DONE);
    }

    private String said = "";

    /** The command line of the client, in the home folder of the port's own sandbox. */
    private int client(String... arguments) {
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new Texts(Language.ZH),
                false);
        var home = new Home(folder, PORT.home(), PORT.port());
        var all = new java.util.ArrayList<>(List.of("client", "activation"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--folder", path("client")));
        int code = new Commands(terminal, home, InstantSource.system()).run(all.toArray(String[]::new));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static byte[] file(String licence) {
        return PORT.bean(Licences.class).file(licence).orElseThrow().array();
    }

    private static byte[] act(long request) {
        return PORT.bean(ActivationIssue.class).file(request).orElseThrow().array();
    }

    private static ActivatedComputer computer(long request) {
        return PORT.bean(Computers.class).of(request).orElseThrow();
    }

    /** A request that was written while the licence still counted. */
    private Bytes asked(String computer) {
        var paper = new io.kouan.ceb.licence.ActivationRequest(
                world.licence,
                new io.kouan.ceb.licence.ActivationRequest.Computer("AB".repeat(32), computer, "0.1.0"),
                "UKEY",
                new io.kouan.ceb.certificate.EnterpriseCertificate(world.card.certificate()).serial(),
                Instant.now());
        return paper.sign(world.card).file();
    }

    private int version() {
        return PORT.bean(LicenceRegister.class)
                .find(world.licence)
                .orElseThrow()
                .version();
    }

    private io.kouan.platform.onboarding.Progress step() {
        return PORT.bean(ActivationOnTheRoad.class).of(world.company.id()).orElseThrow();
    }

    private static List<String> messages(List<Fault> faults) {
        return faults.stream().map(Fault::message).toList();
    }
}
