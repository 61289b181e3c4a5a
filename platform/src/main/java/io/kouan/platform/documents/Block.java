package io.kouan.platform.documents;

import java.util.List;

/** What stands on paper, before anybody knows what kind of file it becomes. */
sealed interface Block {

    record Heading(String text) implements Block {}

    record Paragraph(String text, boolean indented) implements Block {}

    /** Labels with values, two pairs in a row where they fit. */
    record Grid(List<Cell> cells) implements Block {
        public Grid {
            cells = List.copyOf(cells);
        }
    }

    record Cell(String label, String value) {}

    /** Rows under heads that are repeated on every page. */
    record Table(List<String> heads, List<List<String>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Lines to sign on, and the box for the seal with the date to be written. */
    record Signing(List<String> signatures, String seal) implements Block {
        public Signing {
            signatures = List.copyOf(signatures);
        }
    }
}
