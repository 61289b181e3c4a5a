package io.kouan.platform.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer repeats of the letter it answers is not taken for something said. */
class QuotedTailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "谢谢，材料已备齐。\n\n> —— 请在此行上方回复 · Please reply above this line ——\n> 请补充",
                "谢谢，材料已备齐。\n\n在 2026年11月26日，口岸写道：\n> 请补充",
                "谢谢，材料已备齐。\n\nOn Thu, Nov 26, 2026 at 9:00 AM Kouan <a@b.example> wrote:\n> 请补充",
                "谢谢，材料已备齐。\n\nOn Thu, Nov 26, 2026 at 9:00 AM Kouan\n<a@b.example> wrote:\n\n> 请补充",
                "谢谢，材料已备齐。\n\n------------------ 原始邮件 ------------------\n发件人: 口岸\n请补充",
                "谢谢，材料已备齐。\n-----Original Message-----\nFrom: Kouan\n请补充",
                "谢谢，材料已备齐。\n\n发件人：口岸 <a@b.example>\n发送时间：2026年11月26日\n主题：工单\n\n请补充",
                "谢谢，材料已备齐。\n-- \n张海\n13800000000",
                "谢谢，材料已备齐。\n\n> 请补充",
                "谢谢，材料已备齐。\n"
            })
    void onlyWhatWasAddedIsLeft(String mail) {
        assertThat(QuotedTail.cut(mail)).isEqualTo("谢谢，材料已备齐。");
    }

    @Test
    void whatOnlyLooksLikeItStays() {
        var text = "From: 表一填写的是发货地\n数量 > 10 的怎么填？\n--\n> 您上次说的\n我们照办了。";

        assertThat(QuotedTail.cut(text)).isEqualTo("From: 表一填写的是发货地\n数量 > 10 的怎么填？");
        assertThat(QuotedTail.cut("第一行\n> 引用\n我的回答")).isEqualTo("第一行\n> 引用\n我的回答");
        assertThat(QuotedTail.cut("> 只有引用")).isEmpty();
    }

    @Test
    void aHostileTextTakesNoLongerThanAnother() {
        var text = ("On " + "a ".repeat(2000) + "\n").repeat(50) + "在".repeat(50_000);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> QuotedTail.cut(text));
    }
}
