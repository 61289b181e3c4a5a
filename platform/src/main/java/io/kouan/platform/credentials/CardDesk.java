package io.kouan.platform.credentials;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Recipients;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The window of the data sub-centre (海关数据分中心, handbook S3): issues cards and renews them. Each card gets a person of its own
 * who signs in with it and with nothing else (ADR 12).
 */
@Service
public class CardDesk {

    private static final String LOGIN = "card:";
    private static final int LOCK = 70;

    private final Cards cards;
    private final CardCertifying certifying;
    private final CardRegister register;
    private final EnterpriseProfiles enterprises;
    private final People people;
    private final PasswordEncoder passwords;
    private final Notifications notifications;
    private final JdbcClient db;
    private final Clock clock;

    CardDesk(
            Cards cards,
            CardCertifying certifying,
            CardRegister register,
            EnterpriseProfiles enterprises,
            People people,
            PasswordEncoder passwords,
            Notifications notifications,
            JdbcClient db,
            Clock clock) {
        this.cards = cards;
        this.certifying = certifying;
        this.register = register;
        this.enterprises = enterprises;
        this.people = people;
        this.passwords = passwords;
        this.notifications = notifications;
        this.db = db;
        this.clock = clock;
    }

    /** Issues a card (制卡). With a receiver it counts from now on, without one from when it is fetched. */
    @Transactional
    public CardOutcome issue(CardOrder order, Actor clerk) {
        lock(order.enterprise());
        var enterprise = enterprises.of(order.enterprise());
        var faults = faults(order, enterprise);
        if (!faults.isEmpty()) {
            return new CardOutcome.Refused(faults);
        }
        var number = order.number().isEmpty() ? cards.softwareNumber() : order.number();
        return switch (certifying.certify(enterprise, order.holder(), order.kind(), number, order.keys())) {
            case CardCertifying.Result.Wrong(var place, var message) -> CardOutcome.Refused.at(place, message);
            case CardCertifying.Result.Issued(var certified) -> open(order, number, certified, clerk);
        };
    }

    private CardOutcome open(CardOrder order, String number, Certified certified, Actor clerk) {
        var login = order.kind().isCard() ? LOGIN + number.toLowerCase(Locale.ROOT) : "";
        var now = clock.instant();
        var card = new Card(
                0,
                order.enterprise(),
                number,
                order.kind(),
                order.medium(),
                order.holder(),
                login,
                CardState.NORMAL,
                true,
                certified.serial(),
                certified.certificate().getNotBefore().toInstant(),
                certified.certificate().getNotAfter().toInstant(),
                order.from().map(CardOrder.Origin::record),
                order.from().map(CardOrder.Origin::row),
                order.receiver().map(CardOrder.Receiver::name).orElse(""),
                order.receiver().map(_ -> now),
                Optional.empty(),
                now,
                1);
        var received = order.receiver().map(CardOrder.Receiver::idNumber).orElse("");
        var opened = register.open(card, certified, received, clerk);
        if (!login.isEmpty()) {
            // a password that nobody knows: this person comes in with the card alone
            var unknown = passwords.encode(UUID.randomUUID().toString());
            people.register(
                    login, unknown, order.holder().name(), Optional.of(order.enterprise()), Set.of(Role.ENT_OPERATOR));
        }
        if (order.receiver().isPresent() && order.from().isEmpty()) {
            tellHandedOver(opened);
        }
        return new CardOutcome.Done(opened, certified.file());
    }

    private List<Fault> faults(CardOrder order, EnterpriseProfile enterprise) {
        var faults = new ArrayList<Fault>();
        if (enterprise.customsCode().isEmpty()) {
            faults.add(Fault.at("uscc", "ERR_NO_CUSTOMS_CODE"));
        }
        if (order.kind() == CardKind.LEGAL && cards.legalOf(order.enterprise()).isPresent()) {
            faults.add(Fault.at("card_kind", "ERR_LEGAL_CARD_EXISTS"));
        }
        if (CardRules.isHeldByTheSame(order.kind(), order.holder().idNumber(), cards.of(order.enterprise()))) {
            faults.add(Fault.at("holder_id_no", "ERR_PERSON_SAME"));
        }
        if (!order.number().isEmpty() && cards.isTaken(order.number())) {
            faults.add(Fault.at("card_no", "CARD_NO_TAKEN"));
        }
        boolean noNumber = order.number().isEmpty() && order.keys() instanceof CardOrder.KeySource.Request;
        if (noNumber && order.kind().isCard()) {
            faults.add(Fault.at("card_no", "ERR_CARD_NO"));
        }
        return faults;
    }

    /** Gives a card a new certificate (换证, 补证); the old one stays in its history and no longer counts. */
    @Transactional
    public CardOutcome renew(long id, CardOrder.KeySource keys, Actor clerk) {
        var found = cards.find(id);
        if (found.isEmpty() || !clerk.has("DSC_CLERK")) {
            return CardOutcome.Refused.because("ERR_FORBIDDEN");
        }
        lock(found.get().enterprise());
        var card = cards.find(id).orElseThrow();
        var state = card.state().after(CardState.Step.RENEW);
        if (state.isEmpty()) {
            return CardSteps.wrongState(card);
        }
        var legal = cards.legalOf(card.enterprise());
        if (card.kind() == CardKind.LEGAL
                && legal.filter(other -> other.id() != id).isPresent()) {
            return CardOutcome.Refused.because("ERR_LEGAL_CARD_EXISTS");
        }
        var profile = enterprises.of(card.enterprise());
        return switch (certifying.certify(profile, card.holder(), card.kind(), card.number(), keys)) {
            case CardCertifying.Result.Wrong(var place, var message) -> CardOutcome.Refused.at(place, message);
            case CardCertifying.Result.Issued(var certified) -> {
                register.replace(card, certified);
                var next = new CardChange(card)
                        .state(state.get())
                        .certificate(certified)
                        .build();
                yield register.change(card, next, "renew", "", clerk)
                        .<CardOutcome>map(stored -> new CardOutcome.Done(stored, certified.file()))
                        .orElseThrow(() -> new IllegalStateException("a locked card has changed"));
            }
        };
    }

    /** The cards of a pre-entry were fetched (领取登记); from now on they count. */
    @Transactional
    public void handOver(long record, CardOrder.Receiver receiver, Actor clerk) {
        for (Card card : cards.madeFrom(record)) {
            if (card.handedOver().isEmpty()) {
                var next = new CardChange(card)
                        .handedOver(receiver.name(), clock.instant())
                        .build();
                cards.received(card.id(), receiver.idNumber());
                register.change(card, next, "hand-over", "", clerk);
            }
        }
    }

    private void tellHandedOver(Card card) {
        notifications.tell(
                "N-17",
                new Recipients.OfEnterprise(card.enterprise()),
                Map.of("card_no", card.number(), "date", day(card).toString()));
    }

    static LocalDate day(Card card) {
        return LocalDate.ofInstant(card.validTo(), PortTime.ZONE);
    }

    /** Two windows at a time must not both find that an enterprise has no card yet. */
    private void lock(long enterprise) {
        db.sql("select pg_advisory_xact_lock(:lock, :enterprise)")
                .param("lock", LOCK)
                .param("enterprise", Math.toIntExact(enterprise))
                .query(rs -> {});
    }
}
