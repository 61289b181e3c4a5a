package io.kouan.platform.credentials;

import java.util.List;

/** A question of this room's pages, in the shape that the fragment {@code form-parts :: field} shows. */
record Question(
        String name,
        String anchor,
        String label,
        String hint,
        String widget,
        String list,
        String value,
        String shown,
        List<Choice> choices,
        boolean required,
        boolean visible,
        String when,
        String mode,
        long most,
        List<String> faults) {

    /** One option, and whether it is chosen. */
    record Choice(String code, String label, boolean chosen) {}

    /** What is wrong, in the shape that the fragment {@code form-parts :: faults} shows. */
    record Wrong(String text, String anchor, String section, boolean warning) {

        /** None: what is wrong here never leads to another page. */
        public String code() {
            return "";
        }
    }

    /** What a select says before anything is chosen: the usual. */
    public String choose() {
        return "";
    }

    static String anchor(String name) {
        return "f-" + name;
    }
}
