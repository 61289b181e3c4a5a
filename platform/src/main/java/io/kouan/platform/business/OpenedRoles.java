package io.kouan.platform.business;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.Realm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which roles (业务角色) belong to which business type, as the form's own file says: two each, one per entry.
 *
 * @param byType codes of roles; those of the customs entry begin with {@code CUS_}, those of the inspection entry with {@code CIQ_}
 */
record OpenedRoles(Map<BusinessType, List<String>> byType) {

    OpenedRoles {
        byType = Map.copyOf(byType);
    }

    static OpenedRoles read() {
        var byType = new LinkedHashMap<BusinessType, List<String>>();
        for (SpecNode pair :
                new SpecFile("forms/" + BusinessRequest.FORM + ".yaml").yaml().list("roles_opened")) {
            var row = Map.of("business_mode", pair.text("business_mode"), "direction", pair.text("direction"));
            byType.put(
                    BusinessRequest.type(row).orElseThrow(),
                    pair.list("roles").stream().map(SpecNode::text).toList());
        }
        return new OpenedRoles(byType);
    }

    List<String> of(BusinessType type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The roles of these types at an entry. */
    Set<String> of(Collection<BusinessType> types, Realm realm) {
        var prefix = switch (realm) {
            case CUSTOMS -> "CUS_";
            case INSPECTION -> "CIQ_";
        };
        var roles = new LinkedHashSet<String>();
        types.forEach(type ->
                of(type).stream().filter(role -> role.startsWith(prefix)).forEach(roles::add));
        return roles;
    }
}
