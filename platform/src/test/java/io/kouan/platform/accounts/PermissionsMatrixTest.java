package io.kouan.platform.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code roles/permissions.yaml} against the table of roles.md section 3, every cell of it. */
class PermissionsMatrixTest {

    /** What an administrator's X stands for when it is spelt out. */
    private static final Set<Right> SPELT_OUT = EnumSet.of(Right.CREATE, Right.UPDATE);

    private final Permissions permissions = Permissions.read();
    private final Map<String, Map<Role, Set<Right>>> handbook = handbook();

    @Test
    void everyCellOfTheHandbookIsGranted() {
        handbook.forEach((function, cells) -> cells.forEach((role, rights) -> {
            for (Right right : rights) {
                assertThat(permissions.allow(Set.of(role), function, right))
                        .as(function + " " + role + " " + right)
                        .isTrue();
            }
        }));
    }

    @Test
    void nothingElseIsGranted() {
        handbook.forEach((function, cells) -> {
            for (Role role : Role.values()) {
                var said = cells.getOrDefault(role, Set.of());
                for (Right right : Right.values()) {
                    boolean granted = permissions.allow(Set.of(role), function, right);
                    boolean goesWithoutSaying = right == Right.READ && !said.isEmpty()
                            || said.contains(Right.ADMINISTER) && SPELT_OUT.contains(right);
                    assertThat(granted && !said.contains(right) && !goesWithoutSaying)
                            .as(function + " " + role + " " + right)
                            .isFalse();
                }
            }
        });
    }

    @Test
    void theAdministratorsTouchNoBusiness() {
        for (String function : permissions.functions()) {
            boolean theirs = Set.of("reference_data", "staff", "audit_log", "own_account", "sandbox", "public")
                    .contains(function);
            for (Role role : EnumSet.of(Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDITOR)) {
                assertThat(!theirs && permissions.allow(Set.of(role), function, Right.values()))
                        .as(function + " " + role)
                        .isFalse();
            }
        }
    }

    private static Map<String, Map<Role, Set<Right>>> handbook() {
        var functions = new LinkedHashMap<String, Map<Role, Set<Right>>>();
        try (var in = Objects.requireNonNull(
                PermissionsMatrixTest.class.getResourceAsStream("/permissions-of-the-handbook.txt"))) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        var words = line.strip().split(" +");
                        var cells = new EnumMap<Role, Set<Right>>(Role.class);
                        for (int i = 1; i < words.length; i++) {
                            var cell = words[i].split("=");
                            var rights = EnumSet.noneOf(Right.class);
                            cell[1].chars().forEach(letter -> rights.add(Right.of(Character.toString(letter))));
                            cells.put(Role.valueOf(cell[0]), rights);
                        }
                        functions.put(words[0], cells);
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return functions;
    }
}
