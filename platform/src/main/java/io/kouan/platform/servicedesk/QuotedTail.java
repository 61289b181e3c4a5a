package io.kouan.platform.servicedesk;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts what an answer repeats of the letter it answers, and the signature (引用与签名). Line by line, in time that grows with the text. Pure. */
final class QuotedTail {

    /** Stands above the text of every letter that can be answered. */
    static final String MARK = "—— 请在此行上方回复 · Please reply above this line ——";

    private static final int LOOKED_AT = 300;

    private static final List<Pattern> BEGINS = List.of(
            Pattern.compile(".*(?:请在此行上方回复|Please reply above this line).*"),
            Pattern.compile(
                    "[\\s>]*-{2,}\\s*(?:Original Message|Forwarded message|原始邮件|原邮件|转发邮件|转发的邮件)\\s*-{2,}.*",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\s*On .{4,250} wrote:\\s*"),
            Pattern.compile("\\s*在?.{4,250}写道[:：]\\s*"),
            Pattern.compile("\\s*_{10,}\\s*"),
            Pattern.compile("-- ?"));

    private static final Pattern FROM = Pattern.compile("\\s*\\*?(?:From|发件人)\\s?[:：].*");
    private static final Pattern OTHER_HEADER =
            Pattern.compile("\\s*\\*?(?:To|Sent|Date|Subject|收件人|发送时间|发送日期|日期|时间|主题)\\s?[:：].*");

    private QuotedTail() {}

    /** What the writer added. */
    static String cut(String text) {
        var lines = text.lines().toList();
        int end = 0;
        while (end < lines.size() && !begins(lines, end)) {
            end++;
        }
        while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) {
            end--;
        }
        return String.join("\n", lines.subList(0, end)).strip();
    }

    private static boolean begins(List<String> lines, int at) {
        var line = shown(lines.get(at));
        var next = at + 1 < lines.size() ? shown(lines.get(at + 1)) : "";
        boolean marked =
                BEGINS.stream().anyMatch(pattern -> pattern.matcher(line).matches());
        // clients break the line that names the letter
        boolean broken = line.startsWith("On ")
                && BEGINS.get(2).matcher(line + " " + next).matches();
        boolean header =
                FROM.matcher(line).matches() && OTHER_HEADER.matcher(next).matches();
        return marked || broken || header;
    }

    private static String shown(String line) {
        return line.length() <= LOOKED_AT ? line : line.substring(0, LOOKED_AT);
    }
}
