package io.kouan.ceb.catalogue;

import io.kouan.ceb.spec.SpecFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The dictionary of all messages. Loaded once from the specification; immutable and safe for all threads.
 *
 * <p>Source: unified edition message specification, 202205 edition; the schema wins where text and schema disagree.
 */
public final class Catalogue {

    /** Namespace of all CEB elements. */
    public static final String CEB_NAMESPACE = "http://www.chinaport.gov.cn/ceb";

    /** Namespace of the signature. */
    public static final String DS_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    private static final Catalogue STANDARD = load();

    private final Map<String, MessageType> byId;
    private final Map<String, MessageType> byRoot;

    private final EntityType rootAttributes;

    private Catalogue(Map<String, MessageType> byId, EntityType rootAttributes) {
        this.rootAttributes = rootAttributes;
        this.byId = Collections.unmodifiableMap(byId);
        this.byRoot = byId.values().stream().collect(Collectors.toUnmodifiableMap(MessageType::root, type -> type));
    }

    /** The edition of 2022-05. */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** All message types in the order of the index file. */
    public List<MessageType> types() {
        return List.copyOf(byId.values());
    }

    /** Attributes that every root element carries: guid and version. */
    public EntityType rootAttributes() {
        return rootAttributes;
    }

    /** By id ({@code CEB621}). */
    public Optional<MessageType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By root element ({@code CEB621Message}). */
    public Optional<MessageType> findByRoot(String root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    /** By id that must exist: asking for another one is a bug. */
    public MessageType type(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no message type " + id));
    }

    private static Catalogue load() {
        var reader = new CatalogueReader(new SpecFile("messages/_common.yaml").yaml());
        var types = new LinkedHashMap<String, MessageType>();
        for (CodeTable.Code row : CodeTables.named("ceb-message").all()) {
            if (!row.code().endsWith("Message")) {
                continue; // "Unknown" stands in the table for CEB900, but is no message
            }
            var id = row.code().substring(0, "CEB621".length());
            types.put(id, reader.message(new SpecFile("messages/" + id + ".yaml").yaml()));
        }
        return new Catalogue(types, reader.rootAttributes());
    }
}
