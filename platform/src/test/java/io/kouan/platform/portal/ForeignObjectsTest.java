package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Role;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** An enterprise's object and one that does not exist are the same to another enterprise: for every route with an id in its path. */
class ForeignObjectsTest extends RoutesTest {

    @Test
    void whatBelongsToAnotherEnterpriseIsAsUnknownAsWhatDoesNotExist() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (Route route : guarded().filter(known()::namesAnObject).toList()) {
            for (Role role : people()) {
                if (!role.isOfEnterprise() || !allows(route, role)) {
                    continue;
                }
                asked++;
                var foreign = ask(route, known().own(route), role, stranger).getResponse();
                var unknown = ask(route, known().unknown(route), role, stranger).getResponse();
                if (!areUnknown(foreign, unknown)) {
                    wrong.add(route + " as " + role + ": foreign " + foreign.getStatus() + ", unknown "
                            + unknown.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    /** Both are not there, or both lead back to the same list. */
    private static boolean areUnknown(MockHttpServletResponse foreign, MockHttpServletResponse unknown) {
        var back = foreign.getRedirectedUrl();
        return back == null
                ? foreign.getStatus() == 404 && unknown.getStatus() == 404
                : back.equals(unknown.getRedirectedUrl());
    }

    @Test
    void whatBelongsToTheOwnEnterpriseIsThere() {
        var path = "/forms/{form}/{id:\\d{1,18}}";
        var route = guarded()
                .filter(it -> it.method().equals("GET") && it.pattern().equals(path))
                .findFirst()
                .orElseThrow();

        assertThat(ask(route, known().own(route), Role.ENT_ADMIN, owner)
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }
}
