package io.kouan.platform.customs;

import static io.kouan.platform.customs.Status.DECLARING;
import static io.kouan.platform.customs.Status.RELEASED;
import static io.kouan.platform.customs.Status.RETURNED;
import static io.kouan.platform.customs.Status.STORED;
import static io.kouan.platform.customs.Status.TAKEN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    @Test
    @DisplayName("R-008: a good inventory goes from 2 over 120 to 800")
    void goodInventoriesGoStraight() {
        assertThat(List.of(DECLARING.code(), TAKEN_IN.code(), RELEASED.code())).containsExactly(2, 120, 800);
        assertThat(STORED.mayBecome(DECLARING)).isTrue();
        assertThat(DECLARING.mayBecome(TAKEN_IN)).isTrue();
        assertThat(TAKEN_IN.mayBecome(RELEASED)).isTrue();
    }

    @Test
    @DisplayName("R-008: no state is skipped, and nothing goes back from release")
    void noStateIsSkipped() {
        assertThat(STORED.mayBecome(RELEASED)).isFalse();
        assertThat(DECLARING.mayBecome(RELEASED)).isFalse();
        assertThat(TAKEN_IN.mayBecome(DECLARING)).isFalse();
        for (Status status : Status.values()) {
            assertThat(RELEASED.mayBecome(status)).isFalse();
        }
    }

    @Test
    @DisplayName("R-105: what is declared or taken in may still be returned")
    void documentsMayBeReturned() {
        assertThat(DECLARING.mayBecome(RETURNED)).isTrue();
        assertThat(TAKEN_IN.mayBecome(RETURNED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 120, 300, 399, 500, 501, 502, 503, 599, 800, 899})
    @DisplayName("R-030: a document in one of these states keeps its key")
    void aliveDocumentsKeepTheirKey(int status) {
        assertThat(Status.keepsKey(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 700, -301010, -621017, -999999})
    @DisplayName("R-030: a returned, ordered back or failed document gives its key free")
    void othersGiveItFree(int status) {
        assertThat(Status.keepsKey(status)).isFalse();
    }
}
