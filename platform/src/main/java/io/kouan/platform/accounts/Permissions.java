package io.kouan.platform.accounts;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The permissions matrix (权限矩阵, roles.md section 3): which role has which right to which function. Read from
 * {@code roles/permissions.yaml}, and the only place that says it.
 */
public final class Permissions {

    private final Map<String, Map<Role, Set<Right>>> functions = new LinkedHashMap<>();

    private Permissions() {}

    /** Reads the matrix; an unknown role, right or key stops the start. */
    public static Permissions read() {
        var permissions = new Permissions();
        var file = new SpecFile("roles/permissions.yaml").yaml();
        file.at("functions").map().forEach((id, function) -> permissions.functions.put(id, grants(function)));
        return permissions;
    }

    private static Map<Role, Set<Right>> grants(SpecNode function) {
        function.text("zh");
        function.text("en");
        var grants = new EnumMap<Role, Set<Right>>(Role.class);
        function.at("grants").map().forEach((role, letters) -> grants.put(Role.valueOf(role), rights(letters.text())));
        return grants;
    }

    private static Set<Right> rights(String letters) {
        var rights = EnumSet.noneOf(Right.class);
        Arrays.stream(letters.split(" ")).map(Right::of).forEach(rights::add);
        return rights;
    }

    /** All functions, in the order of the matrix. */
    public Set<String> functions() {
        return functions.keySet();
    }

    /** Whether one of the roles has one of the rights. A function that the matrix does not know is a mistake of the program. */
    public boolean allow(Collection<Role> roles, String function, Right... rights) {
        var grants = functions.get(function);
        if (grants == null) {
            throw new IllegalArgumentException("the permissions matrix has no function " + function);
        }
        return roles.stream()
                .anyMatch(role -> grants.getOrDefault(role, Set.of()).stream()
                        .anyMatch(right -> Arrays.asList(rights).contains(right)));
    }
}
