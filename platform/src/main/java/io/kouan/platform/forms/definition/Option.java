package io.kouan.platform.forms.definition;

/** One value of an option list (选项). */
public record Option(String code, Label label) {}
