package io.kouan.platform.forms.definition;

import io.kouan.ceb.finding.Language;

/** A text in both languages; Chinese is the wording of the handbook. */
public record Label(String zh, String en) {

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
