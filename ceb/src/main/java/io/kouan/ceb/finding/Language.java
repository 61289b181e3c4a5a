package io.kouan.ceb.finding;

/** The two languages of the product; Chinese first. */
public enum Language {
    ZH,
    EN
}
