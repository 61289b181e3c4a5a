package io.kouan.platform.business;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CurrentActor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.Realm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The business menus (业务菜单) of an entry: one for each business type that is open to whoever looks. */
@Component("businessMenus")
public class BusinessMenus {

    private final CurrentActor current;
    private final BusinessTypes businessTypes;

    BusinessMenus(CurrentActor current, BusinessTypes businessTypes) {
        this.current = current;
        this.businessTypes = businessTypes;
    }

    /**
     * An item of the menu.
     *
     * @param text key of its name
     */
    public record Item(String path, String text) {}

    /** What somebody finds in the menu of an entry; nothing for whoever does not file there. */
    public List<Item> at(String entry) {
        return Optional.of(RequestContextHolder.currentRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .flatMap(request -> current.of(((ServletRequestAttributes) request).getRequest()))
                .flatMap(actor -> place(entry)
                        .filter(place -> actor.has(place.role().name()))
                        .map(place -> items(place, actor)))
                .orElse(List.of());
    }

    private List<Item> items(Place place, Actor actor) {
        return actor.enterprise().isEmpty()
                ? List.of()
                : businessTypes.of(actor.enterprise().getAsLong(), place.realm()).stream()
                        .map(type -> new Item(place.path() + "/business/" + code(type), "business.type." + code(type)))
                        .toList();
    }

    /** For example {@code 9610-import}. */
    static String code(BusinessType type) {
        return type.mode().code() + "-" + type.direction().name().toLowerCase(Locale.ROOT);
    }

    static Optional<BusinessType> type(String code) {
        return BusinessType.all().stream()
                .filter(type -> code(type).equals(code))
                .findFirst();
    }

    /** An entry: its pages, its users, its roles. */
    record Place(String path, Role role, Realm realm) {}

    static Optional<Place> place(String path) {
        return switch (path) {
            case "/customs-entry" -> Optional.of(new Place(path, Role.KJ_CUS_USER, Realm.CUSTOMS));
            case "/inspection-entry" -> Optional.of(new Place(path, Role.KJ_CIQ_USER, Realm.INSPECTION));
            default -> Optional.empty();
        };
    }
}
