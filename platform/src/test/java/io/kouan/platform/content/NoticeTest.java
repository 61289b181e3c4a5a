package io.kouan.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void aLongTitleIsCutToTwentyCharacters() {
        assertThat(Notice.cut("一二三四五六七八九十一二三四五六七八九十余")).isEqualTo("一二三四五六七八九十一二三四五六七八九十...");
    }

    @Test
    void aTitleOfTwentyCharactersAndOnePrintedCutStayAsTheyAre() {
        assertThat(Notice.cut("一二三四五六七八九十一二三四五六七八九十")).isEqualTo("一二三四五六七八九十一二三四五六七八九十");
        assertThat(Notice.cut("关于货物申报将开始应用“代理报关权”...")).isEqualTo("关于货物申报将开始应用“代理报关权”...");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCutInHalf() {
        assertThat(Notice.cut("𠮷".repeat(21))).isEqualTo("𠮷".repeat(20) + "...");
    }
}
