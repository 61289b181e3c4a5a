package io.kouan.platform.exchange;

import java.sql.SQLException;

/** What kind of trouble a database has, by the class of its error. */
enum Trouble {
    /** somebody else wrote to the journal: look again and repeat */
    POSITION_TAKEN,
    /** a value that the database does not take */
    BAD_DATA,
    /** no space left */
    STORAGE_FULL,
    /** not there, shutting down, too slow, or unknown */
    AWAY;

    static Trouble of(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals("23505")) {
            return POSITION_TAKEN;
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return BAD_DATA;
        }
        return state.equals("53100") ? STORAGE_FULL : AWAY;
    }
}
