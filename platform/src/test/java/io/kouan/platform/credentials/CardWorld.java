package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Enterprises, clerks and cards for tests; every enterprise is a new one. */
final class CardWorld {

    static final String PIN = "246810";
    static final Actor CLERK = new Actor("cards", "沙箱制卡窗口员", OptionalLong.empty(), Set.of(Role.DSC_CLERK), "none");
    static final Card.Holder LEGAL = new Card.Holder("王港", "RESIDENT_ID", "440402197203150016", "13800138000");
    static final Card.Holder OPERATOR = new Card.Holder("李四海", "RESIDENT_ID", "440402199001011236", "13800138001");
    static final CardOrder.Receiver RECEIVER = new CardOrder.Receiver("王港", "440402197203150016");

    private static final AtomicInteger NEXT = new AtomicInteger();

    final TestPort port;
    final String creditCode;
    final String customsCode;
    final long enterprise;

    CardWorld(TestPort port) {
        int number = NEXT.incrementAndGet();
        this.port = port;
        this.creditCode = creditCode(number);
        this.customsCode = "440496%04d".formatted(9000 + number);
        this.enterprise = port.bean(EnterpriseProfiles.class)
                .open(creditCode, "珠海远航商贸（横琴）有限公司", Optional.of(customsCode), false, Map.of());
        port.bean(People.class)
                .register("admin" + enterprise, "{noop}", "管理员", Optional.of(enterprise), Set.of(Role.ENT_ADMIN));
    }

    /** A credit code with a right check character. */
    private static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91440400MACARD%03d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }

    /** A card in a file, opened as its holder would open it. */
    record Issued(Card card, SoftwareKey key) {}

    Issued issued(CardKind kind, Card.Holder holder) {
        return issued(kind, holder, true);
    }

    Issued issued(CardKind kind, Card.Holder holder, boolean sm2) {
        return switch (issue(kind, holder, new CardOrder.KeySource.Software(sm2, PIN))) {
            case CardOutcome.Done(var card, var file) -> new Issued(card, open(file.orElseThrow()));
            case CardOutcome.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    CardOutcome issue(CardKind kind, Card.Holder holder, CardOrder.KeySource keys) {
        return port.bean(CardDesk.class)
                .issue(
                        new CardOrder(
                                enterprise,
                                kind,
                                kind.isCard() ? "UKEY" : "HSM",
                                "",
                                holder,
                                keys,
                                Optional.of(RECEIVER),
                                Optional.empty()),
                        CLERK);
    }

    static SoftwareKey open(Bytes file) {
        return SoftwareKey.load(file.stream(), PIN.toCharArray());
    }

    Actor admin() {
        return new Actor("admin" + enterprise, "管理员", OptionalLong.of(enterprise), Set.of(Role.ENT_ADMIN), "none");
    }

    Actor legalPerson() {
        return new Actor(
                "card:x" + enterprise,
                "王港",
                OptionalLong.of(enterprise),
                Set.of(Role.ENT_OPERATOR, Role.ENT_LEGAL),
                "legal_person");
    }

    static Card done(CardOutcome outcome) {
        assertThat(outcome).isInstanceOf(CardOutcome.Done.class);
        return ((CardOutcome.Done) outcome).card();
    }

    static List<String> refused(CardOutcome outcome) {
        assertThat(outcome).isInstanceOf(CardOutcome.Refused.class);
        return ((CardOutcome.Refused) outcome)
                .faults().stream().map(Fault::message).toList();
    }
}
