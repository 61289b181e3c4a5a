package io.kouan.platform.forms.page;

import org.springframework.ui.Model;

/**
 * An entry (入口) with pages of its own: where they are, which form is filed there, and what its texts are called.
 *
 * @param path where the entry's pages begin, for example {@code /customs-entry}
 * @param form id of the form
 * @param texts beginning of the keys of its texts, for example {@code filing.customs}
 * @param records what its records are called in addresses
 */
public record Entrance(String path, String form, String texts, String records) {

    public Entrance(String path, String form, String texts) {
        this(path, form, texts, "filings");
    }

    public String list() {
        return path + "/" + records;
    }

    public String record(long id) {
        return list() + "/" + id;
    }

    /** What every page of the entry shows: its name and its own menu. */
    public void put(Model model, String place) {
        model.addAttribute("entrance", this);
        model.addAttribute("place", place);
    }
}
