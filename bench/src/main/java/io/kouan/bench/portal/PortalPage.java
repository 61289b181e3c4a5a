package io.kouan.bench.portal;

import java.util.List;

/**
 * A page to be measured.
 *
 * @param name for people and scripts
 * @param login who asks for it
 * @param paths addresses, asked for in turn
 */
record PortalPage(String name, String login, List<String> paths) {

    PortalPage {
        paths = List.copyOf(paths);
    }
}
