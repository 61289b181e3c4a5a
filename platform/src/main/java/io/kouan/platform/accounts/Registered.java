package io.kouan.platform.accounts;

/**
 * Somebody has registered an enterprise and is its administrator (注册成功). Published inside the transaction of the registration.
 *
 * @param enterprise id of the new enterprise
 */
public record Registered(String login, long enterprise, String nameZh) {}
