package io.kouan.platform.guidemode;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.OfficeScope;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Person;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DeskDeed.Officers;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The sandbox's officers on duty, each by the own name with a mark that says who played the part. */
final class SandboxOfficers implements Officers {

    /** Stands after the name wherever it is shown: done by a sandbox officer on somebody's click. */
    static final String MARK = "（沙箱代办）";

    private final Addressees addressees;
    private final People people;
    private final Actor reader;

    SandboxOfficers(Addressees addressees, People people, Actor reader) {
        this.addressees = addressees;
        this.people = people;
        this.reader = reader;
    }

    @Override
    public Optional<Actor> one(Role role) {
        return holding(role).findFirst();
    }

    @Override
    public Optional<Actor> another(Role role, String login) {
        return holding(role).filter(actor -> !actor.login().equals(login)).findFirst();
    }

    @Override
    public Optional<Actor> at(Role role, String office) {
        var scope = role == Role.CUS_OFFICE_REVIEWER ? new OfficeScope(office, "") : new OfficeScope("", office);
        return addressees.at(role, office).stream()
                .flatMap(login -> people.find(login).stream())
                .map(person -> actor(person, role, scope))
                .findFirst();
    }

    @Override
    public Actor reader() {
        return reader;
    }

    private Stream<Actor> holding(Role role) {
        return addressees.holding(role).stream()
                .flatMap(login -> people.find(login).stream())
                .map(person -> actor(person, role, OfficeScope.NONE));
    }

    private static Actor actor(Person person, Role role, OfficeScope scope) {
        return new Actor(
                person.login(), person.displayName() + MARK, OptionalLong.empty(), Set.of(role), "none", scope);
    }
}
