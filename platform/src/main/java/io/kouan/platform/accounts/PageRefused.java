package io.kouan.platform.accounts;

import java.util.Set;

/**
 * Somebody who has signed in asked for a page, or for something to be done, that their roles do not allow.
 *
 * @param path of the request, without its query
 * @param needed the function that the page needs; empty where the page itself refused
 */
public record PageRefused(String login, String name, Set<Role> roles, String method, String path, String needed) {

    public PageRefused {
        roles = Set.copyOf(roles);
    }
}
