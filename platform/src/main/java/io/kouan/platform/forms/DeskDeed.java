package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a desk of the port would do next for an enterprise on a step of the road. Contributed by rooms as beans, and done through the very
 * services that their desks use; the guide mode of the sandbox (导航代办) does it by the sandbox's own officers.
 */
public interface DeskDeed {

    /** Id of the step, A1 to E, as in {@code road.yaml}. */
    String step();

    /**
     * What waits for a desk now; empty where nothing does.
     *
     * @param officers who would do it
     */
    Optional<Waiting> waiting(long enterprise, Officers officers);

    /**
     * Something that waits.
     *
     * @param by in whose name it is done
     * @param role in which role
     * @param deed does it; what it is refused for, empty where it is done
     */
    record Waiting(Actor by, Role role, Supplier<List<Fault>> deed) {}

    /** The sandbox's officers. */
    interface Officers {

        /** The first who holds a role; empty where nobody does. */
        Optional<Actor> one(Role role);

        /** Another than this one (SOD-04: the second pair of eyes). */
        Optional<Actor> another(Role role, String login);

        /** One who works at that office. */
        Optional<Actor> at(Role role, String office);

        /** The person of the enterprise for whom it is done. */
        Actor reader();
    }
}
