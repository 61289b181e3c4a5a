package io.kouan.platform.accounts;

/**
 * Where somebody works (工作台): an entry of the bar that everybody who has signed in gets. Each room contributes its own as a bean;
 * shown is what the permissions matrix lets the person have, and the first of them is where signing in leads.
 *
 * @param path of its page
 * @param text key of its name
 * @param right what of the function it takes
 * @param order smaller comes first
 */
public record Workplace(String path, String text, String function, Right right, int order) {}
