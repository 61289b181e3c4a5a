package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The permissions matrix (roles.md section 3) against every route there is, in every role there is. */
class PermissionsTest extends RoutesTest {

    /** Pages for whoever has signed in, which look after themselves. */
    private static final Set<String> FOR_ALL_WHO_SIGNED_IN = Set.of(
            "GET /", // sends each role to where its work begins
            "GET /forms/options/{list:[a-z_]+}"); // names of countries and the like, for fields of forms and of
    // officers

    @Test
    void everyPageSaysWhatItNeeds() {
        assertThat(routes().stream()
                        .filter(route -> route.requires().isEmpty() && !isPublic(route))
                        .map(Route::toString))
                .as("a page that is not public needs @Requires with a function of roles/permissions.yaml")
                .allMatch(FOR_ALL_WHO_SIGNED_IN::contains);
    }

    @Test
    void everyPageIsOpenToTheRolesOfTheMatrixAndClosedToAllOthers() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (Route route : guarded().toList()) {
            for (Role role : people()) {
                boolean allowed = allows(route, role);
                var answer = ask(route, known().unknown(route), role, owner);
                asked++;
                if (passed(answer) != allowed) {
                    wrong.add(route + " as " + role + ": the matrix says " + (allowed ? "open" : "closed")
                            + ", the answer was " + answer.getResponse().getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void whoeverHasNotSignedInIsSentToTheFormByEveryPageThatIsNotPublic() {
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            var answer = perform(MockMvcRequestBuilders.request(
                            HttpMethod.valueOf(route.method()), route.path(known().unknown(route)))
                    .with(SecurityMockMvcRequestPostProcessors.csrf()));
            if (!isPublic(route) && passed(answer)) {
                wrong.add(route + " answered " + answer.getResponse().getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAPersonWithoutAnyRoleGetsIsNothing() {
        db.sql("update person set roles = '{}' where login = :login")
                .param("login", login(Role.CS_AGENT, owner))
                .update();
        List<String> wrong = guarded()
                .filter(route -> passed(ask(route, known().unknown(route), Role.CS_AGENT, owner)))
                .map(Route::toString)
                .toList();
        assertThat(wrong).isEmpty();
    }
}
