package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.Revocation;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters a change of a card with all that follows at once: history, audit, whether its certificate counts, and the end of sessions
 * that were opened with it. The one place where a card and its certificate are kept in step.
 */
@Component
class CardRegister {

    private final Cards cards;
    private final KnownCertificates certificates;
    private final AuditLog audit;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    CardRegister(
            Cards cards,
            KnownCertificates certificates,
            AuditLog audit,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Clock clock) {
        this.cards = cards;
        this.certificates = certificates;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Enters a new card with its certificate. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Card open(Card card, Certified certified, String receivedIdNumber, Actor actor) {
        long id = cards.add(card, receivedIdNumber);
        var opened = cards.find(id).orElseThrow();
        certificates.add(card.enterprise(), certified.certificate());
        cards.certified(
                id,
                card.serial(),
                CardAuthorities.suite(certified.certificate().getPublicKey()).name(),
                card.validFrom(),
                card.validTo());
        settle(opened);
        tell(opened, "issue", "", "", actor);
        return opened;
    }

    /** Enters a change; empty where somebody else was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Card> change(Card before, Card after, String action, String reason, Actor actor) {
        if (!cards.store(after, before.version())) {
            return Optional.empty();
        }
        var stored = cards.find(before.id()).orElseThrow();
        settle(stored);
        if (!stored.counts(clock.instant())) {
            endSessions(stored);
        }
        tell(stored, action, before.state().name(), reason, actor);
        return Optional.of(stored);
    }

    /** Puts a new certificate in the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Card before, Certified certified) {
        certificates.revoke(before.serial(), clock.instant(), Revocation.Reason.SUPERSEDED);
        certificates.add(before.enterprise(), certified.certificate());
        cards.certified(
                before.id(),
                certified.serial(),
                CardAuthorities.suite(certified.certificate().getPublicKey()).name(),
                certified.certificate().getNotBefore().toInstant(),
                certified.certificate().getNotAfter().toInstant());
    }

    private void settle(Card card) {
        boolean ended = card.state() == CardState.CANCELLED;
        if (card.counts(clock.instant())) {
            certificates.release(card.serial());
        } else {
            certificates.revoke(
                    card.serial(), clock.instant(), ended ? Revocation.Reason.ENDED : Revocation.Reason.HOLD);
        }
    }

    private void endSessions(Card card) {
        if (!card.login().isEmpty()) {
            sessions.findByPrincipalName(card.login()).keySet().forEach(sessions::deleteById);
        }
    }

    private void tell(Card card, String action, String from, String reason, Actor actor) {
        var role = role(actor);
        cards.tell(
                card.id(),
                new CardEvent(
                        clock.instant(),
                        actor.login(),
                        role,
                        action,
                        from,
                        card.state().name(),
                        card.serial(),
                        reason));
        audit.write(AuditEntry.done(actor.login(), actor.name(), role, "card", card.number(), action)
                .version(card.version())
                .change(
                        from.isEmpty() ? Map.of() : Map.of("state", from),
                        Map.of(
                                "state",
                                card.state().name(),
                                "serial",
                                card.serial(),
                                "enabled",
                                Boolean.toString(card.enabled()))));
    }

    private static String role(Actor actor) {
        for (String role : new String[] {"DSC_CLERK", "ENT_LEGAL", "ENT_ADMIN", "SYSTEM"}) {
            if (actor.has(role)) {
                return role;
            }
        }
        return "";
    }
}
