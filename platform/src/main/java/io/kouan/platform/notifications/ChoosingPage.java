package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.ContactBook;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who wants copies by mail and SMS (消息设置). In the Single Window's realm the administrator chooses for all of the enterprise; everybody
 * else chooses for themselves (handbook section 4).
 */
@Controller
@Requires(function = "own_account", right = Right.READ)
@RequestMapping("/inbox/preferences")
class ChoosingPage {

    private static final Set<Role> SINGLE_WINDOW = Set.of(Role.ENT_ADMIN, Role.ENT_OPERATOR);

    private final Choices choices;
    private final Addressees addressees;
    private final People people;
    private final List<ContactBook> books;

    ChoosingPage(Choices choices, Addressees addressees, People people, List<ContactBook> books) {
        this.choices = choices;
        this.addressees = addressees;
        this.people = people;
        this.books = List.copyOf(books);
    }

    /** Somebody for whom is chosen, or who is shown what was chosen. */
    public record Row(String login, String name, boolean mail, boolean sms, boolean hasMail, boolean hasMobile) {}

    @GetMapping
    String show(Actor actor, Model model) {
        var open = open(actor);
        var shown = open.isEmpty() ? Set.of(actor.login()) : open;
        var rows = choices.of(shown).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("mayChoose", !open.isEmpty());
        return "inbox-preferences";
    }

    private Row row(String login, Choices.Choice choice) {
        var contact = books.stream()
                .flatMap(book -> book.of(login).stream())
                .findFirst()
                .orElse(new ContactBook.Contact("", ""));
        return new Row(
                login,
                people.find(login).map(Person::displayName).orElse(login),
                choice.mail(),
                choice.sms(),
                !contact.mail().isEmpty(),
                !contact.mobile().isEmpty());
    }

    /** The choices of those whom the page showed; whoever is not this actor's to choose for is passed over. */
    @PostMapping
    @Requires(function = "own_account", right = Right.UPDATE)
    String choose(
            Actor actor,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") List<String> mail,
            @RequestParam(defaultValue = "") List<String> sms,
            RedirectAttributes next) {
        var open = open(actor);
        person.stream()
                .filter(open::contains)
                .distinct()
                .forEach(login ->
                        choices.choose(login, new Choices.Choice(mail.contains(login), sms.contains(login)), actor));
        next.addFlashAttribute("saved", true);
        return "redirect:/inbox/preferences";
    }

    /** For whom the actor may choose; for nobody where an administrator does. */
    private Set<String> open(Actor actor) {
        boolean administers =
                actor.roles().contains(Role.ENT_ADMIN) && actor.enterprise().isPresent();
        boolean isAdministered = !administers && actor.roles().contains(Role.ENT_OPERATOR);
        if (isAdministered) {
            return Set.of();
        }
        var colleagues = administers ? addressees.of(actor.enterprise().getAsLong(), SINGLE_WINDOW) : List.<String>of();
        return new LinkedHashSet<>(
                Stream.concat(Stream.of(actor.login()), colleagues.stream()).toList());
    }
}
