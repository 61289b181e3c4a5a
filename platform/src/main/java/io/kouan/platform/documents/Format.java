package io.kouan.platform.documents;

import java.util.Locale;

/** What kind of file a print is. */
public enum Format {
    /** for paper */
    PDF("application/pdf"),
    /** to go on writing in */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Excel 97-2003, which the data centre asks for */
    XLS("application/vnd.ms-excel");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** How the file's name ends, and how addresses name it. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }
}
