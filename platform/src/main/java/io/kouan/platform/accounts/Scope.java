package io.kouan.platform.accounts;

import java.util.OptionalLong;

/**
 * Whose data somebody may see. Every query that feeds a page or an answer takes one, so that forgetting it does not
 * compile: an enterprise sees only its own data.
 */
public sealed interface Scope {

    /** Staff of the port (口岸运营人员): everything, personal data masked. */
    record Port() implements Scope {}

    /** One enterprise (企业): what it sent itself. */
    record OfEnterprise(long id) implements Scope {}

    /** The enterprise to which the view is limited; empty where it is not. */
    default OptionalLong enterprise() {
        return switch (this) {
            case Port() -> OptionalLong.empty();
            case OfEnterprise(long id) -> OptionalLong.of(id);
        };
    }

    /** Whether data of that enterprise are the viewer's own. */
    default boolean owns(long enterpriseId) {
        return this instanceof OfEnterprise(long id) && id == enterpriseId;
    }
}
