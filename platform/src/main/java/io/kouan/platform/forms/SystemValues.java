package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;

/** Values that the program itself gives to fields of one form when a record begins or takes a step. */
public interface SystemValues {

    /** Id of the form. */
    String form();

    /** The answers of the situation, filled up; its action is {@code begin} when the record is new. */
    Answers fill(Situation situation);
}
