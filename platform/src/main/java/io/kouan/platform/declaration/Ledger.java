package io.kouan.platform.declaration;

import io.kouan.platform.customs.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a batch can touch, as they were and as they become: loaded in one go, changed in memory, written in one
 * go.
 */
final class Ledger {

    private final Map<Long, Held> byId = new LinkedHashMap<>();
    private final Map<String, Long> liveByKey = new HashMap<>();
    private final Map<String, Long> goneByKey = new HashMap<>();
    private final Map<String, List<Long>> byOrder = new HashMap<>();
    private final Map<String, List<Long>> byWaybill = new HashMap<>();
    private final Map<String, List<Long>> byCop = new HashMap<>();
    private final Map<Long, Held> loaded = new HashMap<>();
    private final Map<Long, Held> changed = new LinkedHashMap<>();

    Ledger(Collection<Held> documents) {
        for (Held held : documents) {
            if (byId.put(held.id(), held) == null) {
                loaded.put(held.id(), held);
                index(held);
            }
        }
    }

    private void index(Held held) {
        byOrder.computeIfAbsent(held.keys().orderNo(), key -> new ArrayList<>(4))
                .add(held.id());
        if (held.is("CEB621") || held.is("CEB511")) {
            byWaybill
                    .computeIfAbsent(held.keys().waybill(), key -> new ArrayList<>(2))
                    .add(held.id());
        }
        if (held.is("CEB621")) {
            byCop.computeIfAbsent(cop(held), key -> new ArrayList<>(2)).add(held.id());
        }
        if (held.alive()) {
            liveByKey.put(live(held.type().id(), held.key()), held.id());
        }
        remember(held);
    }

    /** The last one that gave a key back: an older one is ignored, a returned inventory may still be changed. */
    private void remember(Held held) {
        if (!held.alive() && held.status() > 0) {
            goneByKey.merge(own(held), held.id(), Math::max);
        }
    }

    /** The live document with that key. */
    Optional<Held> live(Held like) {
        return Optional.ofNullable(liveByKey.get(live(like.type().id(), like.key())))
                .map(this::get);
    }

    /** What a change or a deletion is about: the sender's live document with that key, else their inventory last returned. */
    Optional<Held> known(Held like) {
        return live(like)
                .filter(held -> held.enterpriseId() == like.enterpriseId())
                .or(() -> gone(like).filter(held -> held.is("CEB621") && held.status() == Status.RETURNED.code()));
    }

    /** The sender's document that gave the key back last: returned, changed or deleted. */
    Optional<Held> gone(Held like) {
        return Optional.ofNullable(goneByKey.get(own(like))).map(this::get);
    }

    /** Live documents of a type with that order number, oldest first. */
    List<Held> ofOrder(String type, String orderNo) {
        return find(byOrder.get(orderNo), held -> held.is(type));
    }

    /** Live documents of a type with that waybill. */
    List<Held> ofWaybill(String type, Held.Keys keys) {
        return find(byWaybill.get(keys.waybill()), held -> held.is(type));
    }

    /** Live inventories with the same internal number of the same agent. */
    List<Held> ofCop(Held like) {
        return like.keys().copNo().isEmpty() ? List.of() : find(byCop.get(cop(like)), held -> true);
    }

    private List<Held> find(@Nullable List<Long> ids, Predicate<Held> wanted) {
        if (ids == null) {
            return List.of();
        }
        return ids.stream().map(this::get).filter(Held::alive).filter(wanted).toList();
    }

    /** Takes a new document in, or a new state of a known one. */
    void put(Held held) {
        var before = byId.put(held.id(), held);
        if (before == null) {
            index(held);
        } else if (before.alive() && !held.alive()) {
            liveByKey.remove(live(held.type().id(), held.key()), held.id());
            remember(held);
        }
        changed.put(held.id(), held);
    }

    /** The newest state of a document. */
    Held get(long id) {
        var held = byId.get(id);
        if (held == null) {
            throw new IllegalArgumentException("document " + id + " is not in this batch");
        }
        return held;
    }

    List<Held> created() {
        return changed.values().stream()
                .filter(held -> !loaded.containsKey(held.id()))
                .toList();
    }

    List<Held> updated() {
        return changed.values().stream()
                .filter(held -> loaded.containsKey(held.id()))
                .toList();
    }

    /** As it was when it was loaded. */
    Held before(Held held) {
        var before = loaded.get(held.id());
        if (before == null) {
            throw new IllegalArgumentException("document " + held.id() + " is new");
        }
        return before;
    }

    private static String live(String type, String key) {
        return type + " " + key;
    }

    private static String own(Held held) {
        return held.enterpriseId() + " " + live(held.type().id(), held.key());
    }

    private static String cop(Held held) {
        return held.keys().copCode() + "+" + held.keys().copNo();
    }
}
