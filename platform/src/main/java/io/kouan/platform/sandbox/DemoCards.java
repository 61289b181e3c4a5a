package io.kouan.platform.sandbox;

import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.credentials.Card;
import io.kouan.platform.credentials.CardDesk;
import io.kouan.platform.credentials.CardKind;
import io.kouan.platform.credentials.CardOrder;
import io.kouan.platform.credentials.CardOutcome;
import io.kouan.platform.credentials.CardSteps;
import io.kouan.platform.credentials.Cards;
import io.kouan.platform.port.Home;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The demo merchant's cards: one of the legal person, one of an operator, as files for the signing agent. */
@Component
class DemoCards {

    /** The cards open nothing but this sandbox. */
    static final String PIN = "135790";

    private static final String FOLDER = "sandbox/cards";
    private static final SampleEnterprise MERCHANT = SampleWorld.first(SampleEnterprise.Role.MERCHANT);
    private static final Actor WINDOW =
            new Actor("cards", "沙箱制卡窗口员", OptionalLong.empty(), Set.of(Role.DSC_CLERK), "none");

    /** Invented people; the numbers pass their check digits. */
    private record Holder(CardKind kind, String name, String idNumber) {}

    private static final List<Holder> HOLDERS = List.of(
            new Holder(CardKind.LEGAL, "王港", "440402197203150016"),
            new Holder(CardKind.OPERATOR, "李四海", "440402199001011236"));

    private final Home home;
    private final Cards cards;
    private final CardDesk desk;
    private final CardSteps steps;
    private final EnterpriseProfiles enterprises;

    DemoCards(Home home, Cards cards, CardDesk desk, CardSteps steps, EnterpriseProfiles enterprises) {
        this.home = home;
        this.cards = cards;
        this.desk = desk;
        this.steps = steps;
        this.enterprises = enterprises;
    }

    boolean areDrawn() {
        return Files.isDirectory(home.resolve(FOLDER));
    }

    /** Draws them anew: of an earlier drawing the files may be lost, and without the file a card is good for nothing. */
    List<SandboxFile.DemoCard> draw() {
        long merchant = enterprises.withCreditCode(MERCHANT.creditCode()).orElseThrow();
        cards.of(merchant).stream()
                .filter(card -> HOLDERS.stream()
                        .anyMatch(
                                holder -> holder.idNumber().equals(card.holder().idNumber())))
                .forEach(card -> steps.cancel(card.id(), "", WINDOW));
        home.privateFolder("sandbox");
        home.privateFolder(FOLDER);
        return HOLDERS.stream()
                .flatMap(holder -> draw(merchant, holder).stream())
                .toList();
    }

    /** None where the merchant has got another legal person's card meanwhile. */
    private Optional<SandboxFile.DemoCard> draw(long merchant, Holder holder) {
        var order = new CardOrder(
                merchant,
                holder.kind(),
                "UKEY",
                "",
                new Card.Holder(holder.name(), "RESIDENT_ID", holder.idNumber(), "13800138000"),
                new CardOrder.KeySource.Software(MERCHANT.suite() == Suite.SM2_SM3, PIN),
                Optional.of(new CardOrder.Receiver(holder.name(), holder.idNumber())),
                Optional.empty());
        return switch (desk.issue(order, WINDOW)) {
            case CardOutcome.Refused _ -> Optional.empty();
            case CardOutcome.Done(var card, var made) -> {
                Home.writePrivately(
                        home.resolve(FOLDER + "/" + file(holder)),
                        made.orElseThrow().array());
                yield Optional.of(new SandboxFile.DemoCard(
                        card.number(),
                        holder.kind().name(),
                        holder.name(),
                        MERCHANT.customsCode(),
                        "cards/" + file(holder),
                        PIN));
            }
        };
    }

    private static String file(Holder holder) {
        return MERCHANT.customsCode() + "-" + holder.kind().name().toLowerCase(Locale.ROOT) + ".p12";
    }
}
