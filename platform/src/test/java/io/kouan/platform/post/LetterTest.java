package io.kouan.platform.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cn\r\nBcc: all@example.com",
                "a@b.cn\nSubject: x",
                "a@b.cn, c@d.cn",
                "a@b.cn;c@d.cn",
                "王 <a@b.cn>",
                "\"a\"@b.cn",
                "a@b@c.cn",
                "a b@c.cn",
                "@b.cn",
                "a@",
                "a@-.\u2028cn",
                ""
            })
    void anAddressThatCouldBeMoreThanOneAddressIsNone(String address) {
        assertThat(Letter.canReach(Letter.Kind.MAIL, address)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Letter.mail(address, "主题", "正文"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"li.si+ceb@mail.example.com", "a@b", "o'neill@example.co.uk"})
    void aPlainAddressIsOne(String address) {
        assertThat(Letter.canReach(Letter.Kind.MAIL, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nBcc: all@example.com", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "a\ud800b"})
    void aSubjectIsOneLine(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> Letter.mail("a@b.cn", subject, "正文"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"138 0000 0000", "13800000000;13900000000", "tel:13800000000", "１３８００００００００", "1"})
    void aNumberThatIsNotOneNumberIsNone(String number) {
        assertThat(Letter.canReach(Letter.Kind.SMS, number)).isFalse();
    }

    @Test
    void printingALetterShowsNeitherAddressNorText() {
        assertThat(Letter.sms("13800000000", "验证码 123456").toString()).doesNotContain("138", "123456");
        assertThat(Letter.sms("13800000000", "验证码").maskedTo()).isEqualTo("***00");
        assertThat(Letter.mail("lisi@example.com", "主题", "正文").maskedTo()).isEqualTo("l***@example.com");
    }
}
