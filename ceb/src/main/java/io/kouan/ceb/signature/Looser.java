package io.kouan.ceb.signature;

import io.kouan.ceb.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The two white-space deviations that were seen in accepted messages (signature.md, section 5), and no third. */
final class Looser {

    private Looser() {}

    /** The canonical form without the one line break before or behind the place of the signature. */
    static List<Bytes> withoutLineBreak(Bytes canonical, int offset) {
        var forms = new ArrayList<Bytes>(2);
        for (int at : new int[] {offset, offset - 1}) {
            if (at >= 0 && at < canonical.size() && canonical.array()[at] == '\n') {
                var form = new byte[canonical.size() - 1];
                System.arraycopy(canonical.array(), 0, form, 0, at);
                System.arraycopy(canonical.array(), at + 1, form, at, form.length - at);
                forms.add(Bytes.of(form));
            }
        }
        return forms;
    }

    /** SignedInfo without white space between its tags; its own texts hold none. */
    static Bytes withoutSpaceBetweenTags(Bytes signedInfo) {
        var out = new ByteArrayOutputStream(signedInfo.size());
        byte[] bytes = signedInfo.array();
        int i = 0;
        while (i < bytes.length) {
            int next = i;
            while (next < bytes.length && (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\t')) {
                next++;
            }
            boolean between = i > 0 && bytes[i - 1] == '>' && next < bytes.length && bytes[next] == '<';
            if (next > i && between) {
                i = next;
            } else {
                out.write(bytes[i++]);
            }
        }
        return Bytes.of(out.toByteArray());
    }
}
