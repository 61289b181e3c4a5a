package io.kouan.platform.forms.definition;

import java.util.function.Supplier;

/** An option list that is data of the port and not of a file: read when it is looked at. Contributed as a bean by the room that keeps it. */
public interface OptionSource {

    /** Id of the list. */
    String list();

    OptionList read();

    static OptionSource of(String list, Supplier<OptionList> read) {
        return new OptionSource() {

            @Override
            public String list() {
                return list;
            }

            @Override
            public OptionList read() {
                return read.get();
            }
        };
    }
}
